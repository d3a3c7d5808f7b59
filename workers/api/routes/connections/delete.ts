import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { deleteConnection as removeConnection } from "#db/queries/connections.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { notFound } from "../../errors.ts";
import { workspaceMember } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { connectionParamsSchema } from "../../schemas/connections.ts";

export const deleteConnection = operation({
  guard: workspaceMember("admin"),
  route: createRoute({
    method: "delete",
    path: "/api/v1/workspaces/{id}/connections/{provider}",
    tags: ["workspaces"],
    summary: "Forget an account; what was deployed with it stays where it is",
    request: { params: connectionParamsSchema },
    responses: { 204: { description: "Forgotten." } },
  }),
  async handle(c, { caller, workspace }) {
    const { provider } = c.req.valid("param");
    const entry = { action: "connection.removed", actorId: caller.userId, targetId: workspace.id } as const;
    const audit = auditOf(c, { ...entry, details: { provider } });
    if (!(await removeConnection(openDatabase(c.env.DB), workspace.id, provider, audit))) throw notFound("connection");
    return c.body(null, 204);
  },
});
