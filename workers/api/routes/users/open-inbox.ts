import { createRoute, z } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findUser } from "#db/queries/users.ts";
import { ticket } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { operation } from "../../operation.ts";
import { passUpgrade } from "../../pass-upgrade.ts";
import { socketQuerySchema } from "../../schemas/projects.ts";

export const openInbox = operation({
  guard: ticket,
  route: createRoute({
    method: "get",
    path: "/api/v1/users/{id}/socket",
    tags: ["users"],
    summary: "A person's own WebSocket",
    description: 'Says `{ "op": "news", "of": "notifications" }` when it is worth asking for them again.',
    request: { params: z.object({ id: z.string() }), query: socketQuerySchema },
    responses: {
      101: { description: "The socket is open." },
      ...refusals("VALIDATION_ERROR", "AUTHENTICATION_ERROR", "AUTHORIZATION_ERROR", "RATE_LIMITED"),
    },
  }),
  async handle(c) {
    const { id } = c.req.valid("param");
    return passUpgrade(c, async () =>
      (await findUser(openDatabase(c.env.DB), id)) ? c.env.INBOX.get(c.env.INBOX.idFromName(id)) : null,
    );
  },
});
