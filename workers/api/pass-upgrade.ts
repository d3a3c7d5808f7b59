// Lets a WebSocket through to the object that redeems its ticket. Whatever is wrong with a ticket, the answer is the same.
import type { Context } from "hono";
import type { ApiEnv } from "./api-env.ts";
import { requireOwnOrigin } from "./auth/refresh-token.ts";
import { ApiError } from "./errors.ts";
import { limitSignIn } from "./middleware/rate-limit.ts";

/** `find` gives null where the address names nothing: every name makes an object exist, so only real ones get through. */
export async function passUpgrade(
  c: Context<ApiEnv>,
  find: () => Promise<Pick<Fetcher, "fetch"> | null>,
): Promise<Response> {
  if (c.req.header("upgrade")?.toLowerCase() !== "websocket") {
    throw new ApiError("VALIDATION_ERROR", "This address opens a WebSocket; ask for an upgrade.");
  }
  requireOwnOrigin(c);
  const object = await find();
  if (object === null) throw await refused(c);
  const response = await object.fetch(c.req.raw);
  if (response.status !== 101) {
    await response.body?.cancel();
    throw await refused(c);
  }
  return response;
}

/** Only refusals are counted: an office may open hundreds of sockets from one address. */
async function refused(c: Context<ApiEnv>): Promise<ApiError> {
  await limitSignIn(c);
  return new ApiError("AUTHENTICATION_ERROR", "This ticket was used or has expired. Ask for a new one.");
}

/** The address of a socket on the host that the caller used, which is the one it can reach. */
export function socketAddress(c: Context<ApiEnv>, path: string, ticket: string): string {
  const url = new URL(path, c.req.url);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.searchParams.set("ticket", ticket);
  return url.href;
}
