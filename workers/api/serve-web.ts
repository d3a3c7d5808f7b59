import type { Env } from "../env.ts";
import { securePage } from "./middleware/security-headers.ts";

/** The build puts a hash of the content into the names of these files. */
const hashed = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/** The built web app; unknown paths get its page, which routes them. */
export async function serveWeb(request: Request, env: Env): Promise<Response> {
  const { pathname } = new URL(request.url);
  const found = await env.ASSETS.fetch(request);
  const isPage = found.headers.get("content-type")?.startsWith("text/html") ?? false;
  // A page in the place of a script that a newer build no longer has would be cached, and fail without a word.
  const missing = isPage && pathname.startsWith("/assets/");
  const response = missing
    ? new Response("This file belongs to an older build. Reload the page.", { status: 404 })
    : new Response(found.body, found);
  securePage(response.headers, env, request);
  const lasting = hashed.test(pathname) && response.ok;
  response.headers.set("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
  return response;
}
