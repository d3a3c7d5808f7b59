// Refresh tokens: `<family id>.<32 random bytes>`. The database holds a hash; the browser holds the token in a cookie
// that no script can read and no other site can send.
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { variables } from "../../env.ts";
import type { ApiEnv } from "../api-env.ts";
import { ApiError } from "../errors.ts";

const cookieName = "nexusgen_refresh";
export const refreshSeconds = 30 * 24 * 60 * 60;

export interface RefreshToken {
  familyId: string;
  token: string;
}

export function newRefreshToken(familyId: string): RefreshToken {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  return { familyId, token: `${familyId}.${secret.toBase64({ alphabet: "base64url", omitPadding: true })}` };
}

export async function hashRefreshToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return new Uint8Array(digest).toHex();
}

/** Undefined when there is no cookie, or one of another form. */
export function readRefreshCookie(c: Context<ApiEnv>): RefreshToken | undefined {
  const token = getCookie(c, cookieName);
  const familyId = token?.match(/^(fam_[0-9a-z]{26})\.[\w-]{43}$/)?.[1];
  return token && familyId ? { familyId, token } : undefined;
}

export function setRefreshCookie(c: Context<ApiEnv>, { token }: RefreshToken): void {
  setCookie(c, cookieName, token, { ...attributes(c), maxAge: refreshSeconds });
}

export function clearRefreshCookie(c: Context<ApiEnv>): void {
  deleteCookie(c, cookieName, attributes(c));
}

/** `/api`, not narrower: the cookie serves `/api/auth` and `/api/v1/auth`. Plain http happens on a local machine only. */
function attributes(c: Context<ApiEnv>) {
  const secure = variables(c.env).APP_ORIGIN.startsWith("https:");
  return { path: "/api", httpOnly: true, sameSite: "Strict", secure } as const;
}

/**
 * A second wall behind SameSite=Strict: what acts on the cookie alone must come from our own pages. Programs send no
 * Origin and pass.
 */
export function requireOwnOrigin(c: Context<ApiEnv>): void {
  const origin = c.req.header("origin");
  if (origin === undefined || origin === new URL(c.req.url).origin) return;
  const { APP_ORIGIN, CORS_ORIGINS } = variables(c.env);
  if (origin === new URL(APP_ORIGIN).origin || CORS_ORIGINS.includes(origin)) return;
  throw new ApiError("AUTHORIZATION_ERROR", "This request came from another site.");
}
