import { createRoute } from "@hono/zod-openapi";
import { authenticated } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { socketAddress } from "../../pass-upgrade.ts";
import { socketTicketSchema } from "../../schemas/projects.ts";

export const createInboxTicket = operation({
  guard: authenticated,
  route: createRoute({
    method: "post",
    path: "/api/v1/users/me/socket-tickets",
    tags: ["users"],
    summary: "A ticket that opens your own socket once, within a minute",
    responses: { 201: jsonOf("The ticket and a ready address.", socketTicketSchema) },
  }),
  async handle(c, { caller: { userId } }) {
    const { ticket } = await c.env.INBOX.get(c.env.INBOX.idFromName(userId)).createSocketTicket({ userId });
    return c.json({ ticket, url: socketAddress(c, `/api/v1/users/${userId}/socket`, ticket) }, 201);
  },
});
