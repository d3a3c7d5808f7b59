import { isWebAddress } from "#protocol/web-addresses.ts";
import { variables, type Env } from "../env.ts";
import { compress } from "./compress.ts";
import { securePage } from "./middleware/security-headers.ts";

/** The build puts a hash of the content into the names of these files. */
const hashed = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

const isFileName = /\.\w+$/;

/** In what the build has drawn, since only the Worker knows where it is (web/prerender.tsx). */
const unknownOrigin = "https://origin.invalid";
const namesOrigin = /^(text\/html|text\/plain|application\/xml|text\/xml)/;

/** The built web app. Its shell answers for addresses that only its code can show, and says that there is nothing at others. */
export async function serveWeb(request: Request, env: Env): Promise<Response> {
  const { pathname } = new URL(request.url);
  const response = await withOrigin(await findPage(request, env, pathname), env);
  securePage(response.headers, env, request);
  const lasting = hashed.test(pathname) && response.ok;
  response.headers.set("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
  return compress(request, response, env);
}

async function findPage(request: Request, env: Env, pathname: string): Promise<Response> {
  const asset = (path: string): Promise<Response> => env.ASSETS.fetch(new Request(new URL(path, request.url), request));
  // The front page is drawn, and lies beside the shell, which has its name.
  const found = await asset(pathname === "/" ? "/home" : pathname);
  if (found.status !== 404) return found;
  await found.body?.cancel();
  // A page in the place of a script that a newer build no longer has would be cached, and fail without a word.
  if (pathname.startsWith("/assets/"))
    return new Response("This file belongs to an older build. Reload the page.", { status: 404 });
  if (isFileName.test(pathname)) return new Response("There is no such file.", { status: 404 });
  const shell = await asset("/");
  return isWebAddress(pathname) ? shell : new Response(shell.body, { status: 404, headers: shell.headers });
}

async function withOrigin(found: Response, env: Env): Promise<Response> {
  if (found.body === null || !namesOrigin.test(found.headers.get("content-type") ?? ""))
    return new Response(found.body, found);
  const text = await found.text();
  const response = new Response(text.replaceAll(unknownOrigin, variables(env).APP_ORIGIN), found);
  response.headers.delete("content-length");
  return response;
}
