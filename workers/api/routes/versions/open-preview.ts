import { createRoute } from "@hono/zod-openapi";
import { variables } from "../../../env.ts";
import { signPreviewUrl } from "../../../preview/access.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { previewAccessSchema } from "../../schemas/projects.ts";
import { versionParamsSchema } from "../../schemas/versions.ts";

export const openVersionPreview = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/versions/{version}/preview-access",
    tags: ["versions"],
    summary: "A signed address at which this version runs, with example rows of its own",
    description: "For looking at it, and for comparing: nothing that is done there reaches the preview.",
    request: { params: versionParamsSchema },
    responses: { 200: jsonOf("The address; its access expires.", previewAccessSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { project, version }) {
    if (version.artefactSha === null)
      throw new ApiError("CONFLICT", `Version ${version.number} was not built, so there is nothing to run.`);
    const url = await signPreviewUrl(variables(c.env), {
      label: project.hostLabel,
      projectId: project.id,
      environment: "preview",
      view: `v${version.number}`,
    });
    return c.json({ url }, 200);
  },
});
