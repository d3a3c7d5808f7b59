import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { openDatabase } from "#db/client.ts";
import { readHostLabel } from "#db/queries/project-reads.ts";
import type { ApiEnv } from "../../api-env.ts";
import { requireOwnOrigin } from "../../auth/refresh-token.ts";
import { ApiError } from "../../errors.ts";
import { ticket } from "../../guard.ts";
import { limitSignIn } from "../../middleware/rate-limit.ts";
import { refusals } from "../../openapi.ts";
import { operation } from "../../operation.ts";
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
    if (c.req.header("upgrade")?.toLowerCase() !== "websocket") {
      throw new ApiError("VALIDATION_ERROR", "This address opens a WebSocket; ask for an upgrade.");
    }
    requireOwnOrigin(c);
    const { id } = c.req.valid("param");
    // Every name makes an object exist, so only names of projects get through.
    if ((await readHostLabel(openDatabase(c.env.DB), id)) === null) throw await refused(c);
    const response = await projectStub(c.env, id).fetch(c.req.raw);
    if (response.status !== 101) {
      await response.body?.cancel();
      throw await refused(c);
    }
    return response;
  },
});

/** Only refusals are counted: an office may open hundreds of sockets from one address. */
async function refused(c: Context<ApiEnv>): Promise<ApiError> {
  await limitSignIn(c);
  return new ApiError("AUTHENTICATION_ERROR", "This ticket was used or has expired. Ask for a new one.");
}
