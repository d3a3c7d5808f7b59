import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { keptSince, restoreProject as bringBack } from "#db/queries/deleted-projects.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { notFound } from "../../errors.ts";
import { authenticated } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { projectParamsSchema, projectSchema } from "../../schemas/projects.ts";
import { viewProject } from "../../views.ts";

export const restoreProject = operation({
  guard: authenticated,
  route: createRoute({
    method: "post",
    path: "/api/v1/deleted-projects/{id}/restore",
    tags: ["projects"],
    summary: "Bring a deleted project back, with its versions and data",
    description: "For those who ran it. Its address gets a new end when another project took its name meanwhile.",
    request: { params: projectParamsSchema },
    responses: { 200: jsonOf("The project.", projectSchema), ...refusals("NOT_FOUND_ERROR") },
  }),
  async handle(c, { caller }) {
    const { id: projectId } = c.req.valid("param");
    const project = await bringBack(openDatabase(c.env.DB), {
      userId: caller.userId,
      projectId,
      since: keptSince(Date.now()),
      audit: auditOf(c, { action: "project.restored", actorId: caller.userId, targetId: projectId }),
    });
    if (!project) throw notFound("deleted project");
    return c.json(viewProject({ project, role: "admin" }), 200);
  },
});
