import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listWorkspaces as queryWorkspaces } from "#db/queries/workspaces.ts";
import { authenticated } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { workspacesSchema } from "../../schemas/workspaces.ts";
import { viewWorkspace } from "../../views.ts";

export const listWorkspaces = operation({
  guard: authenticated,
  route: createRoute({
    method: "get",
    path: "/api/v1/workspaces",
    tags: ["workspaces"],
    summary: "The workspaces you are a member of, the oldest first",
    responses: { 200: jsonOf("All of them.", workspacesSchema) },
  }),
  async handle(c, { caller }) {
    const rows = await queryWorkspaces(openDatabase(c.env.DB), caller.userId);
    return c.json({ items: rows.map(viewWorkspace) }, 200);
  },
});
