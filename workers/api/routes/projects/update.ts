import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { updateProject as writeProject } from "#db/queries/projects.ts";
import { ApiError, notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { projectParamsSchema, projectSchema, updateProjectSchema } from "../../schemas/projects.ts";
import { viewProject } from "../../views.ts";

export const updateProject = operation({
  guard: member("admin", "project"),
  route: createRoute({
    method: "patch",
    path: "/api/v1/projects/{id}",
    tags: ["projects"],
    summary: "Change a project",
    request: { params: projectParamsSchema, body: jsonBody(updateProjectSchema) },
    responses: { 200: jsonOf("The project.", projectSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { project, role }) {
    const { archived, ...changes } = c.req.valid("json");
    if (archived && (project.status === "generating" || project.status === "building")) {
      throw new ApiError("CONFLICT", "A generation is running. Cancel it, then archive the project.");
    }
    const changed = await writeProject(openDatabase(c.env.DB), project.id, {
      ...changes,
      ...(archived === true && { status: "archived" as const }),
      ...(archived === false &&
        project.status === "archived" && {
          status: project.currentVersionId ? ("ready" as const) : ("draft" as const),
        }),
    });
    if (!changed) throw notFound("project");
    return c.json(viewProject({ project: changed, role }), 200);
  },
});
