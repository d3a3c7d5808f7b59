// Hands blobs and apps' variables to the previews' process, which has neither a bucket nor a key of its own.
//   GET /blobs/<sha256>               the bytes, or 404
//   GET /variables/<app>/<set>        { NAME: value }, or 404 for a set of another app
//   GET /__nexus/ping                 liveness of this process
import { WorkerEntrypoint } from "cloudflare:workers";
import { openDatabase } from "#db/client.ts";
import { findVariableSet } from "#db/queries/environments.ts";
import { openVariables } from "../deploy/variables.ts";
import type { Env } from "../env.ts";
import { BlobStore } from "../storage/blobs.ts";
import { appIdOf, settingsOwner } from "./app-id.ts";
import { isInternal, pingPath } from "./internal-call.ts";

export class ArtefactReader extends WorkerEntrypoint<Env> {
  override async fetch(request: Request): Promise<Response> {
    if (!isInternal(request, this.env.INTERNAL_SECRET)) return new Response("Forbidden", { status: 403 });
    const { pathname } = new URL(request.url);
    if (pathname === pingPath) return Response.json({ status: "ok" });
    const [, app, set] = /^\/variables\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
    if (app !== undefined && set !== undefined)
      return this.#variables(decodeURIComponent(app), decodeURIComponent(set));
    const sha256 = /^\/blobs\/([0-9a-f]{64})$/.exec(pathname)?.[1];
    const object = sha256 ? await new BlobStore(this.env.BLOBS).open(sha256) : null;
    if (!object) return new Response("There is no such blob.", { status: 404 });
    return new Response(object.body, { headers: { "content-length": String(object.size) } });
  }

  async #variables(appId: string, setId: string): Promise<Response> {
    const set = await findVariableSet(openDatabase(this.env.DB), setId);
    if (!set || appIdOf(set) !== settingsOwner(appId))
      return new Response("There is no such set of variables.", { status: 404 });
    return Response.json(await openVariables(this.env, set));
  }
}
