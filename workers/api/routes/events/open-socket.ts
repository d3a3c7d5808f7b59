import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { readHostLabel } from "#db/queries/project-reads.ts";
import { ticket } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { operation } from "../../operation.ts";
import { passUpgrade } from "../../pass-upgrade.ts";
import { projectStub } from "../../project-stub.ts";
import { projectParamsSchema, socketQuerySchema } from "../../schemas/projects.ts";

export const openSocket = operation({
  guard: ticket,
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/socket",
    tags: ["events"],
    summary: "The project's WebSocket",
    description: 'Send `{ "op": "resume", "since": SEQ }` first; stored events after it follow, then live ones.',
    request: { params: projectParamsSchema, query: socketQuerySchema },
    responses: {
      101: { description: "The socket is open." },
      ...refusals("VALIDATION_ERROR", "AUTHENTICATION_ERROR", "AUTHORIZATION_ERROR", "RATE_LIMITED"),
    },
  }),
  async handle(c) {
    const { id } = c.req.valid("param");
    return passUpgrade(c, async () =>
      (await readHostLabel(openDatabase(c.env.DB), id)) === null ? null : projectStub(c.env, id),
    );
  },
});
