import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { createApiToken as insertToken } from "#db/queries/api-tokens.ts";
import { hashApiToken, newApiToken } from "../../auth/api-token.ts";
import { requireSession } from "../../auth/authenticate.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { authenticated } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { createApiTokenSchema, createdApiTokenSchema } from "../../schemas/api-tokens.ts";
import { viewApiToken } from "../../views.ts";

const day = 24 * 60 * 60 * 1000;

export const createApiToken = operation({
  guard: authenticated,
  route: createRoute({
    method: "post",
    path: "/api/v1/users/me/tokens",
    tags: ["users"],
    summary: "Make an API token for a program of yours",
    description: "The answer shows the token; it cannot be read again. A program cannot make tokens with a token.",
    request: { body: jsonBody(createApiTokenSchema) },
    responses: { 201: jsonOf("The token.", createdApiTokenSchema), ...refusals("AUTHORIZATION_ERROR") },
  }),
  async handle(c, { caller }) {
    requireSession(caller);
    const { name, scope, expiresInDays } = c.req.valid("json");
    const token = newApiToken();
    const id = newId("apiToken");
    const row = await insertToken(
      openDatabase(c.env.DB),
      {
        id,
        userId: caller.userId,
        name,
        scope,
        tokenHash: await hashApiToken(token),
        lastCharacters: token.slice(-4),
        expiresAt: expiresInDays === undefined ? null : new Date(Date.now() + expiresInDays * day).toISOString(),
      },
      auditOf(c, { action: "api_token.created", actorId: caller.userId, targetId: id, details: { name, scope } }),
    );
    return c.json({ ...viewApiToken(row), token }, 201);
  },
});
