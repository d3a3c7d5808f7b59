import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { copyVersions } from "#db/queries/forks.ts";
import { createProject, findWorkspaceForNewProject } from "#db/queries/projects.ts";
import { slugify } from "#db/slug.ts";
import { variables } from "../../../env.ts";
import { copyPushedCommits } from "../../../git/copy-pushed-commits.ts";
import { previewOrigin } from "../../../preview/access.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { ApiError, notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { projectSchema } from "../../schemas/projects.ts";
import { forkVersionSchema, versionParamsSchema } from "../../schemas/versions.ts";
import { viewProject } from "../../views.ts";

export const forkVersion = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/versions/{version}/fork",
    tags: ["versions"],
    summary: "Go on from a version in a project of its own",
    description:
      "The new project has the versions that led to this one, under the same numbers and as the same git commits, and " +
      "data of its own. It is how a line of work branches: both go on apart, and git can merge them.",
    request: { params: versionParamsSchema, body: jsonBody(forkVersionSchema) },
    responses: { 201: jsonOf("The new project.", projectSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project, version }) {
    const db = openDatabase(c.env.DB);
    if (version.status === "draft" && version.generationId !== null)
      throw new ApiError("CONFLICT", `Version ${version.number} is not finished yet.`);
    const { name = `${project.name} (fork)`, workspaceId } = c.req.valid("json");
    const own = await findWorkspaceForNewProject(db, caller.userId, workspaceId ?? project.workspaceId);
    const workspace = own ?? (workspaceId ? undefined : await findWorkspaceForNewProject(db, caller.userId, undefined));
    if (!workspace) throw notFound("workspace");
    if (workspace.role === "viewer")
      throw new ApiError("AUTHORIZATION_ERROR", "Your role in this workspace is viewer; creating needs member.");
    const fork = await createProject(db, {
      workspaceId: workspace.id,
      name: name.slice(0, 80),
      slug: slugify(name, 48),
      description: project.description,
      stack: project.stack,
      createdBy: caller.userId,
    });
    const copied = await copyVersions(db, {
      from: version,
      to: fork.id,
      actorId: caller.userId,
      previewUrl: previewOrigin(variables(c.env), { label: fork.hostLabel, environment: "preview" }),
      audit: auditOf(c, {
        action: "project.forked",
        actorId: caller.userId,
        targetId: fork.id,
        details: { from: project.id, version: version.number },
      }),
    });
    await copyPushedCommits(c.env.BLOBS, { from: project.id, to: fork.id, versions: copied.pushed });
    return c.json(viewProject({ project: { ...fork, ...copied.changes }, role: "admin" }), 201);
  },
});
