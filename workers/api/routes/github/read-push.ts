import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findPush } from "#db/queries/repositories.ts";
import { viewPush } from "../../deploy/view-push.ts";
import { notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { pushParamsSchema, pushSchema } from "../../schemas/github.ts";

export const readPush = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/github/pushes/{push}",
    tags: ["github"],
    summary: "How far a push is",
    request: { params: pushParamsSchema },
    responses: { 200: jsonOf("The push.", pushSchema) },
  }),
  async handle(c, { project }) {
    const row = await findPush(openDatabase(c.env.DB), project.id, c.req.valid("param").push);
    if (!row) throw notFound("push");
    return c.json(viewPush(c.env, row), 200);
  },
});
