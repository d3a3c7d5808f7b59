import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listConnections as queryConnections } from "#db/queries/connections.ts";
import { canSeal } from "../../../storage/sealed-text.ts";
import { workspaceMember } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { connectionsSchema } from "../../schemas/connections.ts";
import { workspaceParamsSchema } from "../../schemas/workspaces.ts";
import { viewConnection } from "../../views.ts";

export const listConnections = operation({
  guard: workspaceMember("admin"),
  route: createRoute({
    method: "get",
    path: "/api/v1/workspaces/{id}/connections",
    tags: ["workspaces"],
    summary: "The workspace's accounts at GitHub and at hosting providers, without their secrets",
    request: { params: workspaceParamsSchema },
    responses: { 200: jsonOf("At most one for each provider.", connectionsSchema) },
  }),
  async handle(c, { workspace }) {
    const rows = await queryConnections(openDatabase(c.env.DB), workspace.id);
    return c.json({ items: rows.map(viewConnection), canStore: canSeal(c.env) }, 200);
  },
});
