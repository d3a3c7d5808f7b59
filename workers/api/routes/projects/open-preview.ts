import { createRoute } from "@hono/zod-openapi";
import { signPreviewUrl } from "../../../preview/access.ts";
import { variables } from "../../../env.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { previewAccessRequestSchema, previewAccessSchema, projectParamsSchema } from "../../schemas/projects.ts";

export const openPreview = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/preview-access",
    tags: ["projects"],
    summary: "A fresh signed address of the running app",
    request: { params: projectParamsSchema, body: { ...jsonBody(previewAccessRequestSchema), required: false } },
    responses: { 200: jsonOf("The address; its access expires.", previewAccessSchema) },
  }),
  async handle(c, { project }) {
    const { environment = "preview", mode = "interactive" } = c.req.valid("json");
    if (mode !== "interactive" && environment !== "preview")
      throw new ApiError("VALIDATION_ERROR", "Only the preview has other modes than the interactive one.");
    const url = await signPreviewUrl(variables(c.env), {
      label: project.hostLabel,
      projectId: project.id,
      environment,
      ...(mode !== "interactive" && { view: mode }),
    });
    return c.json({ url }, 200);
  },
});
