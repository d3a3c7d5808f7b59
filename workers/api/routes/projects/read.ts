import { createRoute } from "@hono/zod-openapi";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { projectParamsSchema, projectSchema } from "../../schemas/projects.ts";
import { viewProject } from "../../views.ts";

export const readProject = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}",
    tags: ["projects"],
    summary: "A project",
    request: { params: projectParamsSchema },
    responses: { 200: jsonOf("The project.", projectSchema) },
  }),
  handle: (c, granted) => c.json(viewProject(granted), 200),
});
