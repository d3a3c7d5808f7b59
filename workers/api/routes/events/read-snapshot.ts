import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findVersion } from "#db/queries/versions.ts";
import { previewOrigin } from "../../../preview/access.ts";
import { variables } from "../../../env.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { renewPreviewUrl } from "../../renew-preview-url.ts";
import { snapshotSchema } from "../../schemas/events.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

export const readSnapshot = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/snapshot",
    tags: ["events"],
    summary: "What a client needs to draw the project, before it resumes the socket from `seq`",
    request: { params: projectParamsSchema },
    responses: { 200: jsonOf("The present state.", snapshotSchema) },
  }),
  async handle(c, { project }) {
    const snapshot = await projectStub(c.env, project.id).snapshot();
    const newest = await findVersion(openDatabase(c.env.DB), project.id, "latest");
    // A version that no generation made here, as in a fork, is shown as well.
    const shown =
      snapshot.previewUrl ??
      (project.currentVersionId === null
        ? null
        : previewOrigin(variables(c.env), { label: project.hostLabel, environment: "preview" }));
    const previewUrl = shown && (await renewPreviewUrl(variables(c.env), project, shown));
    return c.json({ ...snapshot, versionId: newest?.id ?? snapshot.versionId, previewUrl }, 200);
  },
});
