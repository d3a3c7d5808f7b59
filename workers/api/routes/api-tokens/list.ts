import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listApiTokens as queryTokens } from "#db/queries/api-tokens.ts";
import { authenticated } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { apiTokensSchema } from "../../schemas/api-tokens.ts";
import { viewApiToken } from "../../views.ts";

export const listApiTokens = operation({
  guard: authenticated,
  route: createRoute({
    method: "get",
    path: "/api/v1/users/me/tokens",
    tags: ["users"],
    summary: "Your API tokens, newest first",
    responses: { 200: jsonOf("The tokens that were not revoked.", apiTokensSchema) },
  }),
  async handle(c, { caller }) {
    const rows = await queryTokens(openDatabase(c.env.DB), caller.userId);
    return c.json({ items: rows.map(viewApiToken) }, 200);
  },
});
