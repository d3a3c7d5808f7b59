// Which limit counts what. All windows are 60 s; the numbers stand in wrangler.toml.
//   AUTH_LIMIT     address + account: guessing one password, 10 tries
//   AUTH_IP_LIMIT  address: trying many accounts, or registering many; wide, since offices share an address
//   API_LIMIT      user: calls with an access token, in blocks of 20
//   WRITE_LIMIT    user: calls that change something
// Keys of users are ids, so that a new token does not start a new count.
import type { Context } from "hono";
import type { ApiEnv } from "../api-env.ts";
import { ApiError } from "../errors.ts";
import type { Caller } from "../guard.ts";

const windowSeconds = 60;

export async function limitCaller(c: Context<ApiEnv>, { userId }: Caller): Promise<void> {
  const reads = c.req.method === "GET" || c.req.method === "HEAD";
  const [calls, writes] = await Promise.all([
    inBlocks(userId, () => c.env.API_LIMIT.limit({ key: userId })),
    reads ? undefined : c.env.WRITE_LIMIT.limit({ key: userId }),
  ]);
  if (!calls || writes?.success === false) {
    throw new ApiError("RATE_LIMITED", "You have made too many requests. Wait a minute, then go on.", {
      retryAfter: windowSeconds,
    });
  }
}

/** Calls that one question to API_LIMIT answers for: asking costs as much as reading a row. */
const blockOfCalls = 20;
const mostUsers = 10_000;
/** Calls left of each user's block, in this isolate. */
const left = new Map<string, number>();

/** After a refusal every call asks again. */
async function inBlocks(userId: string, ask: () => Promise<{ success: boolean }>): Promise<boolean> {
  const remaining = left.get(userId) ?? 0;
  if (remaining > 0) {
    left.set(userId, remaining - 1);
    return true;
  }
  const { success } = await ask();
  if (left.size >= mostUsers) left.clear();
  if (success) left.set(userId, blockOfCalls - 1);
  return success;
}

/** `account` is the normalised e-mail; absent where no account is named. */
export async function limitSignIn(c: Context<ApiEnv>, account?: string): Promise<void> {
  const address = clientAddress(c) ?? "local";
  const [byAddress, byAccount] = await Promise.all([
    c.env.AUTH_IP_LIMIT.limit({ key: address }),
    account === undefined ? undefined : c.env.AUTH_LIMIT.limit({ key: `${address} ${account}` }),
  ]);
  if (!byAddress.success || byAccount?.success === false) {
    throw new ApiError("RATE_LIMITED", "Too many attempts. Wait a minute, then try again.", {
      retryAfter: windowSeconds,
    });
  }
}

/** Set by Cloudflare, which drops a client's own; null on a local machine. */
export function clientAddress(c: Context<ApiEnv>): string | null {
  return c.req.header("cf-connecting-ip") ?? null;
}
