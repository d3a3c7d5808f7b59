// Hands blobs to the previews' process, which has no bucket of its own.
//   GET /blobs/<sha256>   the bytes, or 404
//   GET /__nexus/ping     liveness of this process
import { WorkerEntrypoint } from "cloudflare:workers";
import type { Env } from "../env.ts";
import { BlobStore } from "../storage/blobs.ts";
import { isInternal, pingPath } from "./internal-call.ts";

export class ArtefactReader extends WorkerEntrypoint<Env> {
  override async fetch(request: Request): Promise<Response> {
    if (!isInternal(request, this.env.INTERNAL_SECRET)) return new Response("Forbidden", { status: 403 });
    const { pathname } = new URL(request.url);
    if (pathname === pingPath) return Response.json({ status: "ok" });
    const sha256 = /^\/blobs\/([0-9a-f]{64})$/.exec(pathname)?.[1];
    const object = sha256 ? await new BlobStore(this.env.BLOBS).open(sha256) : null;
    if (!object) return new Response("There is no such blob.", { status: 404 });
    return new Response(object.body, { headers: { "content-length": String(object.size) } });
  }
}
