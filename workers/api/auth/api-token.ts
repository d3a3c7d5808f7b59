// API tokens: `nxg_` and 32 random bytes. The database holds a hash; the token is shown once, when it is made.
import type { Context } from "hono";
import type { Database } from "#db/client.ts";
import { findApiToken, touchApiToken } from "#db/queries/api-tokens.ts";
import type { ApiEnv } from "../api-env.ts";
import type { Caller } from "../guard.ts";

export const apiTokenPrefix = "nxg_";
const form = /^nxg_[\w-]{43}$/;
const hour = 60 * 60 * 1000;

export function newApiToken(): string {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  return apiTokenPrefix + secret.toBase64({ alphabet: "base64url", omitPadding: true });
}

export async function hashApiToken(token: string): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token))).toHex();
}

/** Undefined for a token that is unknown, revoked or expired, or whose owner is gone. */
export async function findTokenCaller(c: Context<ApiEnv>, db: Database, token: string): Promise<Caller | undefined> {
  if (!form.test(token)) return undefined;
  const now = new Date();
  const found = await findApiToken(db, await hashApiToken(token), now.toISOString());
  if (!found) return undefined;
  const { id, userId, scope, lastUsedAt } = found;
  if (lastUsedAt === null || now.getTime() - Date.parse(lastUsedAt) > hour)
    c.executionCtx.waitUntil(touchApiToken(db, id, now.toISOString()));
  return { userId, sessionId: id, scope };
}
