// Static files of a revision, as the app's own server would serve them.
import type { Env } from "../env.ts";
import { blobBody } from "./artefacts.ts";
import type { Revision } from "./revision.ts";

type Asset = Revision["assets"][string];

/** A build tool's content hash in a file name, `app-B3kf9_2x.js`: such a file never changes. */
const hashedName = /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/** Null when the request is one for the app's server module. */
export async function serveAsset(
  env: Pick<Env, "ARTEFACTS" | "INTERNAL_SECRET">,
  revision: Revision,
  request: Request,
): Promise<Response | null> {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  const path = decodePath(new URL(request.url).pathname);
  const asset = findAsset(revision, path);
  if (!asset) return null;
  const etag = `"${asset.sha256}"`;
  const isImmutable = path.startsWith("/_next/static/") || (path.startsWith("/assets/") && hashedName.test(path));
  const headers = new Headers({
    "content-type": asset.contentType,
    "cache-control": isImmutable ? "private, max-age=31536000, immutable" : "private, no-cache",
    etag,
  });
  if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers });
  headers.set("content-length", String(asset.size));
  const body = request.method === "HEAD" ? null : await blobBody(env, asset.sha256, asset.size);
  return new Response(body, { headers });
}

function findAsset({ assets }: Revision, path: string): Asset | null {
  const own = (name: string): Asset | null => (Object.hasOwn(assets, name) ? (assets[name] ?? null) : null);
  const exact =
    own(path) ?? (path.endsWith("/") ? own(`${path}index.html`) : (own(`${path}.html`) ?? own(`${path}/index.html`)));
  if (exact) return exact;
  const isApi = path === "/api" || path.startsWith("/api/");
  // A name with an extension is a file that is missing, not a page of the app.
  const isPage = !/\.[A-Za-z0-9]+$/.test(path);
  return !isApi && isPage ? own("/index.html") : null;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
