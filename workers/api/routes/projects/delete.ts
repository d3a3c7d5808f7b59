import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { deleteProject as hideProject } from "#db/queries/projects.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { member } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

export const deleteProject = operation({
  guard: member("admin", "project"),
  route: createRoute({
    method: "delete",
    path: "/api/v1/projects/{id}",
    tags: ["projects"],
    summary: "Delete a project and stop what runs in it",
    description: "It can be restored for 30 days; then everything of it is erased.",
    request: { params: projectParamsSchema },
    responses: { 204: { description: "Deleted." } },
  }),
  async handle(c, { project, caller }) {
    const db = openDatabase(c.env.DB);
    await hideProject(
      db,
      project.id,
      auditOf(c, {
        action: "project.deleted",
        actorId: caller.userId,
        targetId: project.id,
        details: { name: project.name, workspaceId: project.workspaceId },
      }),
    );
    // From here on nobody can reach it, so the user need not wait for the loop to wind down.
    c.executionCtx.waitUntil(projectStub(c.env, project.id).setAside({ actorId: caller.userId }));
    return c.body(null, 204);
  },
});
