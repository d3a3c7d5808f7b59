import { createRoute } from "@hono/zod-openapi";
import { variables } from "../../../env.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { renewPreviewUrl } from "../../renew-preview-url.ts";
import { generationParamsSchema, generationSchema } from "../../schemas/generations.ts";
import { viewGeneration } from "../../views.ts";

export const readGeneration = operation({
  guard: member("viewer", "generation"),
  route: createRoute({
    method: "get",
    path: "/api/v1/generations/{id}",
    tags: ["generations"],
    summary: "A generation",
    request: { params: generationParamsSchema },
    responses: { 200: jsonOf("The generation.", generationSchema) },
  }),
  async handle(c, { generation, project }) {
    const view = viewGeneration(generation);
    const previewUrl = view.previewUrl && (await renewPreviewUrl(variables(c.env), project, view.previewUrl));
    return c.json({ ...view, previewUrl }, 200);
  },
});
