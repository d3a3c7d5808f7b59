// The two access cookies of a preview's origin. `nx_embed` works inside an iframe of the platform, which is another
// site; it must be Secure. Clients that send no Secure cookie over plain http (a local curl) use `nx_access`.
import { cookieLifetimeSeconds } from "./access.ts";

const names = ["nx_access", "nx_embed", "nx_snapshot"];

export function accessCookies(token: string, isHttps: boolean): string[] {
  const common = `HttpOnly; Path=/; Max-Age=${cookieLifetimeSeconds}`;
  return [
    `nx_access=${token}; ${common}; SameSite=Lax${isHttps ? "; Secure" : ""}`,
    `nx_embed=${token}; ${common}; SameSite=None; Secure; Partitioned`,
  ];
}

/** Every access token the request brings: another app on a sibling host may have planted a wrong one beside ours. */
export function accessTokensOf(headers: Headers): string[] {
  return pairsOf(headers).flatMap(({ name, value }) => (names.includes(name) ? [value] : []));
}

/** The Cookie header the app may see; null when nothing is left. */
export function cookieHeaderWithoutAccess(headers: Headers): string | null {
  const rest = pairsOf(headers).filter(({ name }) => !names.includes(name));
  return rest.length > 0 ? rest.map(({ name, value }) => `${name}=${value}`).join("; ") : null;
}

/** Inside the platform's iframe the browser holds back every cookie that is not made for another site's frame. */
export function isEmbedded(headers: Headers): boolean {
  const brought = new Set(pairsOf(headers).map(({ name }) => name));
  return brought.has("nx_embed") && !brought.has("nx_access");
}

/**
 * An app may set cookies for its own host alone: without Domain, which would reach its neighbours, and never ours. In the
 * iframe they become cookies of that frame, so that signing in to an app works there; they stay apart from those of a tab.
 * Null when the cookie has to be dropped.
 */
export function confineCookie(setCookie: string, inFrame: boolean): string | null {
  const [pair = "", ...attributes] = setCookie.split(";");
  if (names.includes(pair.split("=")[0]?.trim() ?? "")) return null;
  const kept = attributes.filter((attribute) => !/^\s*domain\s*(=|$)/i.test(attribute));
  if (!inFrame) return [pair, ...kept].join(";");
  const others = kept.filter((attribute) => !/^\s*(samesite|secure|partitioned)\s*(=|$)/i.test(attribute));
  return [pair, ...others, " SameSite=None", " Secure", " Partitioned"].join(";");
}

function pairsOf(headers: Headers): { name: string; value: string }[] {
  return (headers.get("cookie") ?? "").split(";").flatMap((part) => {
    const at = part.indexOf("=");
    return at > 0 ? [{ name: part.slice(0, at).trim(), value: part.slice(at + 1).trim() }] : [];
  });
}
