import { createRoute } from "@hono/zod-openapi";
import { hasRole } from "#db/queries/access.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { socketAddress } from "../../pass-upgrade.ts";
import { projectStub } from "../../project-stub.ts";
import { projectParamsSchema, socketTicketSchema } from "../../schemas/projects.ts";

export const createSocketTicket = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/socket-tickets",
    tags: ["events"],
    summary: "A ticket that opens the project's socket once, within a minute",
    request: { params: projectParamsSchema },
    responses: { 201: jsonOf("The ticket and a ready address.", socketTicketSchema) },
  }),
  async handle(c, { caller, project, role }) {
    const { ticket } = await projectStub(c.env, project.id).createSocketTicket({
      userId: caller.userId,
      canWrite: hasRole(role, "member"),
    });
    return c.json({ ticket, url: socketAddress(c, `/api/v1/projects/${project.id}/socket`, ticket) }, 201);
  },
});
