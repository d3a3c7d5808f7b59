import { createRoute } from "@hono/zod-openapi";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { envelopeSchema, eventsQuerySchema } from "../../schemas/events.ts";
import { pageOf } from "../../schemas/lists.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

export const listEvents = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/events",
    tags: ["events"],
    summary: "The project's stored events after a sequence number, oldest first",
    request: { params: projectParamsSchema, query: eventsQuerySchema },
    responses: { 200: jsonOf("A page of events.", pageOf(envelopeSchema)) },
  }),
  async handle(c, { project }) {
    const { after, cursor, limit } = c.req.valid("query");
    return c.json(await projectStub(c.env, project.id).events({ after: cursor ?? after ?? 0, limit }), 200);
  },
});
