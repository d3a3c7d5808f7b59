import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { revokeApiToken as revokeToken } from "#db/queries/api-tokens.ts";
import { requireSession } from "../../auth/authenticate.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { notFound } from "../../errors.ts";
import { authenticated } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { operation } from "../../operation.ts";
import { apiTokenParamsSchema } from "../../schemas/api-tokens.ts";

export const revokeApiToken = operation({
  guard: authenticated,
  route: createRoute({
    method: "delete",
    path: "/api/v1/users/me/tokens/{token}",
    tags: ["users"],
    summary: "Revoke an API token, at once",
    request: { params: apiTokenParamsSchema },
    responses: { 204: { description: "Revoked." }, ...refusals("AUTHORIZATION_ERROR", "NOT_FOUND_ERROR") },
  }),
  async handle(c, { caller }) {
    requireSession(caller);
    const { token: tokenId } = c.req.valid("param");
    const revoked = await revokeToken(openDatabase(c.env.DB), {
      userId: caller.userId,
      tokenId,
      at: new Date().toISOString(),
      audit: auditOf(c, { action: "api_token.revoked", actorId: caller.userId, targetId: tokenId }),
    });
    if (!revoked) throw notFound("token");
    return c.body(null, 204);
  },
});
