import { variables, type Env } from "../env.ts";
import { securePage } from "./middleware/security-headers.ts";

/** The build puts a hash of the content into the names of these files. */
const hashed = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/** In what the build has drawn, since only the Worker knows where it is (web/prerender.tsx). */
const unknownOrigin = "https://origin.invalid";
const namesOrigin = /^(text\/html|text\/plain|application\/xml|text\/xml)/;

/** The built web app; unknown paths get its page, which routes them. */
export async function serveWeb(request: Request, env: Env): Promise<Response> {
  const { pathname } = new URL(request.url);
  // The bare page answers for every address of the app; the front page is drawn, and lies beside it.
  const found = await env.ASSETS.fetch(
    pathname === "/" ? new Request(new URL("/home", request.url), request) : request,
  );
  const isPage = found.headers.get("content-type")?.startsWith("text/html") ?? false;
  // A page in the place of a script that a newer build no longer has would be cached, and fail without a word.
  const missing = isPage && pathname.startsWith("/assets/");
  const response = missing
    ? new Response("This file belongs to an older build. Reload the page.", { status: 404 })
    : await withOrigin(found, env);
  securePage(response.headers, env, request);
  const lasting = hashed.test(pathname) && response.ok;
  response.headers.set("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
  return response;
}

async function withOrigin(found: Response, env: Env): Promise<Response> {
  if (found.body === null || !namesOrigin.test(found.headers.get("content-type") ?? ""))
    return new Response(found.body, found);
  const text = await found.text();
  const response = new Response(text.replaceAll(unknownOrigin, variables(env).APP_ORIGIN), found);
  response.headers.delete("content-length");
  return response;
}
