import { createRoute } from "@hono/zod-openapi";
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
    const previewUrl = snapshot.previewUrl && (await renewPreviewUrl(variables(c.env), project, snapshot.previewUrl));
    return c.json({ ...snapshot, previewUrl }, 200);
  },
});
