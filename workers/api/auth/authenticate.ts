import type { Context } from "hono";
import { openDatabase } from "#db/client.ts";
import { variables } from "../../env.ts";
import type { ApiEnv } from "../api-env.ts";
import { ApiError } from "../errors.ts";
import type { Caller } from "../guard.ts";
import { apiTokenPrefix, findTokenCaller } from "./api-token.ts";
import { verifyAccessToken } from "./access-token.ts";

/** The user whose access token the request carries. */
export async function authenticate(c: Context<ApiEnv>): Promise<Caller> {
  const header = c.req.header("authorization");
  const token = header?.match(/^Bearer ([\w.-]{1,2000})$/i)?.[1];
  if (!token) throw new ApiError("AUTHENTICATION_ERROR", "Sign in first: this needs an access token.");
  if (token.startsWith(apiTokenPrefix)) return authenticateProgram(c, token);
  const caller = await verifyAccessToken(variables(c.env).AUTH_SECRET, token);
  if (!caller) throw new ApiError("AUTHENTICATION_ERROR", "The access token is not valid or has expired. Refresh it.");
  return caller;
}

async function authenticateProgram(c: Context<ApiEnv>, token: string): Promise<Caller> {
  const caller = await findTokenCaller(c, openDatabase(c.env.DB), token);
  if (!caller) throw new ApiError("AUTHENTICATION_ERROR", "This API token is not valid, has expired or was revoked.");
  const reads = c.req.method === "GET" || c.req.method === "HEAD";
  if (caller.scope === "read" && !reads)
    throw new ApiError("AUTHORIZATION_ERROR", "This API token may only read. Make one that may write.");
  return caller;
}

/** For what a program must not do with a token that leaked: make others, or take them away. */
export function requireSession(caller: Caller): void {
  if (caller.scope !== undefined)
    throw new ApiError("AUTHORIZATION_ERROR", "Sign in for this: an API token is not enough.");
}
