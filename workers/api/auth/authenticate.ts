import type { Context } from "hono";
import { variables } from "../../env.ts";
import type { ApiEnv } from "../api-env.ts";
import { ApiError } from "../errors.ts";
import type { Caller } from "../guard.ts";
import { verifyAccessToken } from "./access-token.ts";

/** The user whose access token the request carries. */
export async function authenticate(c: Context<ApiEnv>): Promise<Caller> {
  const header = c.req.header("authorization");
  const token = header?.match(/^Bearer ([\w.-]{1,2000})$/i)?.[1];
  if (!token) throw new ApiError("AUTHENTICATION_ERROR", "Sign in first: this needs an access token.");
  const caller = await verifyAccessToken(variables(c.env).AUTH_SECRET, token);
  if (!caller) throw new ApiError("AUTHENTICATION_ERROR", "The access token is not valid or has expired. Refresh it.");
  return caller;
}
