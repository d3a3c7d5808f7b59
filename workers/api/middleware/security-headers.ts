// Headers of every answer of the platform. Compression is Cloudflare's business at the edge, and a local machine has
// no use for it.
import { variables, type Env } from "../../env.ts";

const always = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** Nothing may be loaded or run by what an answer of the API holds, should a browser ever show it as a page. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

export function secureData(headers: Headers, env: Env): void {
  set(headers, env, dataPolicy);
}

export function securePage(headers: Headers, env: Env, request: Request): void {
  set(headers, env, pagePolicy(env, request));
}

function set(headers: Headers, env: Env, policy: string): void {
  for (const name in always) headers.set(name, always[name as keyof typeof always]);
  headers.set("content-security-policy", policy);
  if (env.APP_ORIGIN.startsWith("https:")) {
    headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  }
}

function pagePolicy(env: Env, request: Request): string {
  const { PREVIEW_DOMAIN } = variables(env);
  const { host, protocol } = new URL(request.url);
  const socket = protocol === "https:" ? "wss:" : "ws:";
  const previews = `http://*.${PREVIEW_DOMAIN} https://*.${PREVIEW_DOMAIN}`;
  return [
    "default-src 'self'",
    "script-src 'self'",
    // The code editor and the toasts put style elements into the page.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "font-src 'self' data:",
    // Named beside 'self' for browsers whose 'self' leaves out sockets.
    `connect-src 'self' ${socket}//${host}`,
    `frame-src 'self' ${previews}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
