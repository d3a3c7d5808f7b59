import { createRoute } from "@hono/zod-openapi";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";
import { seenRequestsSchema } from "../../schemas/requests.ts";

export const listRequests = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/requests",
    tags: ["problems"],
    summary: "What the preview's server answered lately, newest first",
    description: "Kept in memory, at most 300: they go when the project has been idle.",
    request: { params: projectParamsSchema },
    responses: { 200: jsonOf("All that are kept.", seenRequestsSchema) },
  }),
  async handle(c, { project }) {
    return c.json({ items: await projectStub(c.env, project.id).requests() }, 200);
  },
});
