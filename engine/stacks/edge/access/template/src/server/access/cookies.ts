// The cookie that holds a session's token. Script cannot read it, and other sites cannot send it along with a write.
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { AppEnv } from "../env.ts";

/** Kept apart by scheme: a cookie without `Secure` would not replace one with it. */
const nameOf = (isSecure: boolean): string => (isSecure ? "__Host-session" : "session");

const isSecure = (context: Context<AppEnv>): boolean =>
  new URL(context.req.url).protocol === "https:" || context.req.header("X-Forwarded-Proto") === "https";

export const readSessionToken = (context: Context<AppEnv>): string | undefined =>
  getCookie(context, nameOf(isSecure(context)));

const attributes = (context: Context<AppEnv>) => ({
  path: "/",
  httpOnly: true,
  sameSite: "Lax" as const,
  secure: isSecure(context),
});

export const writeSessionToken = (context: Context<AppEnv>, token: string, seconds: number): void =>
  setCookie(context, nameOf(isSecure(context)), token, { ...attributes(context), maxAge: seconds });

export function clearSessionToken(context: Context<AppEnv>): void {
  deleteCookie(context, nameOf(isSecure(context)), attributes(context));
}
