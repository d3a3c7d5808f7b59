import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { deleteWorkspaceKey } from "#db/queries/provider-keys.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { notFound } from "../../errors.ts";
import { workspaceMember } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { providerParamsSchema } from "../../schemas/workspaces.ts";

export const deleteProviderKey = operation({
  guard: workspaceMember("admin"),
  route: createRoute({
    method: "delete",
    path: "/api/v1/workspaces/{id}/provider-keys/{provider}",
    tags: ["workspaces"],
    summary: "Forget the workspace's key of a provider",
    request: { params: providerParamsSchema },
    responses: { 204: { description: "It is gone; calls that are under way end with it." } },
  }),
  async handle(c, { caller, workspace }) {
    const { provider } = c.req.valid("param");
    const removed = await deleteWorkspaceKey(
      openDatabase(c.env.DB),
      workspace.id,
      provider,
      auditOf(c, {
        action: "provider_key.removed",
        actorId: caller.userId,
        targetId: workspace.id,
        details: { provider },
      }),
    );
    if (!removed) throw notFound("key");
    return c.body(null, 204);
  },
});
