// Scripts that run in a preview inside the project page's frame (web/frame). They come from the app's own origin, so an
// app's content security policy needs no exception, and they speak to the platform's origin alone.
import type { Env } from "../../env.ts";
import { isEmbedded } from "../access-cookie.ts";

const folder = "/__nexus/frame/";
const names = new Set(["bridge.js", "tools.js", "axe.js"]);

export function isFrameScript(pathname: string): boolean {
  return pathname.startsWith(folder) && names.has(pathname.slice(folder.length));
}

/** For a path that `isFrameScript` accepts. */
export async function serveFrameScript(request: Request, env: Pick<Env, "ASSETS" | "APP_ORIGIN">): Promise<Response> {
  if (request.method !== "GET" && request.method !== "HEAD") return new Response(null, { status: 405 });
  const { pathname } = new URL(request.url);
  const found = await env.ASSETS.fetch(new URL(`/frame/${pathname.slice(folder.length)}`, env.APP_ORIGIN));
  // Where the web app was not built, its page or nothing stands there instead.
  if (!found.ok || !/javascript/.test(found.headers.get("content-type") ?? "")) {
    await found.body?.cancel();
    return new Response("This script is missing.", { status: 404 });
  }
  return new Response(request.method === "HEAD" ? null : found.body, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
      ...(found.headers.has("etag") && { etag: found.headers.get("etag") ?? "" }),
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    },
  });
}

/** Whether a page is asked for by a frame; in a tab of its own an app is left as it is. */
export function isForFrame({ headers }: Request): boolean {
  const wantedFor = headers.get("sec-fetch-dest");
  return wantedFor === null ? isEmbedded(headers) : wantedFor === "iframe" || wantedFor === "frame";
}

/** `hydrated`: React's development build takes any script in the head but an async one for its own, and complains. */
export function frameTag(appOrigin: string, hydrated = false): string {
  const when = hydrated ? "async" : "defer";
  return `<script src="${folder}bridge.js" data-platform="${new URL(appOrigin).origin}" ${when}></script>`;
}
