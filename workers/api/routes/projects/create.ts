import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { createProject as insertProject, findWorkspaceForNewProject } from "#db/queries/projects.ts";
import { slugify } from "#db/slug.ts";
import { ApiError, notFound } from "../../errors.ts";
import { authenticated } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { createProjectSchema, projectSchema } from "../../schemas/projects.ts";
import { viewProject } from "../../views.ts";

export const createProject = operation({
  guard: authenticated,
  route: createRoute({
    method: "post",
    path: "/api/v1/projects",
    tags: ["projects"],
    summary: "Create a project",
    request: { body: jsonBody(createProjectSchema) },
    responses: {
      201: jsonOf("The project.", projectSchema),
      ...refusals("AUTHORIZATION_ERROR", "NOT_FOUND_ERROR"),
    },
  }),
  async handle(c, { caller }) {
    const db = openDatabase(c.env.DB);
    const { name, description = "", stack = "edge", workspaceId } = c.req.valid("json");
    const workspace = await findWorkspaceForNewProject(db, caller.userId, workspaceId);
    if (!workspace) throw notFound("workspace");
    if (workspace.role === "viewer") {
      throw new ApiError("AUTHORIZATION_ERROR", "Your role in this workspace is viewer; creating needs member.");
    }
    const project = await insertProject(db, {
      workspaceId: workspace.id,
      name,
      slug: slugify(name, 48),
      description,
      stack,
      createdBy: caller.userId,
    });
    return c.json(viewProject({ project, role: "admin" }), 201);
  },
});
