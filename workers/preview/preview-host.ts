// Runs apps. Called by the gate alone; locally it lives in the previews' process, which a watchdog replaces when an app
// blocks it.
//   with x-nexus-app, x-nexus-revision and perhaps x-nexus-variables: any request for that app
//   GET    /__nexus/ping             { isolates, inFlight }
//   POST   /__nexus/apps/:id/reset   204; the app's database starts afresh, its files are gone
//   DELETE /__nexus/apps/:id         204; the app's data is gone
//   POST   /__nexus/apps/:id/data    { revision, request } → DatabaseAnswer; a person's look into the app's database
//   POST   /__nexus/apps/:id/snapshots/:snapshot   204; keeps a copy of the data. DELETE: drops it
//   A request for an app with x-nexus-static gets what was built, and no answer of the app's server.
//   A request for an app with x-nexus-snapshot and x-nexus-visitor is about that visitor's copy of the snapshot.
import { WorkerEntrypoint } from "cloudflare:workers";
import { z } from "zod";
import { dataRequestSchema } from "../../durable-objects/app-data/browse-data.ts";
import type { Env } from "../env.ts";
import { appFailedHeader, appLoggedHeader, visitorHeader } from "./app-entry.ts";
import { copyFiles, deleteFiles } from "./app-files.ts";
import { filesOf, loadedIsolates, openIsolate } from "./app-isolate.ts";
import { readRevision } from "./artefacts.ts";
import { ensureSchema, forgetSchema } from "./ensure-schema.ts";
import { internalHeaders, isInternal, pingPath, withoutInternalHeaders } from "./internal-call.ts";
import { noticeResponse } from "./notice-page.ts";
import { withoutServer } from "./without-server.ts";
import { serveAsset } from "./serve-asset.ts";

const longestFailureText = 4_000;
let inFlight = 0;

export class PreviewHost extends WorkerEntrypoint<Env> {
  override async fetch(request: Request): Promise<Response> {
    if (!isInternal(request, this.env.INTERNAL_SECRET)) return new Response("Forbidden", { status: 403 });
    const appId = request.headers.get(internalHeaders.app);
    const revisionSha = request.headers.get(internalHeaders.revision);
    if (appId === null || revisionSha === null) return this.#control(request);
    inFlight += 1;
    try {
      const visit = new Request(request, { headers: withoutInternalHeaders(request.headers), redirect: "manual" });
      const variablesId = request.headers.get(internalHeaders.variables);
      const snapshot = request.headers.get(internalHeaders.snapshot);
      const visitor = request.headers.get(internalHeaders.visitor);
      if (snapshot !== null && visitor !== null) visit.headers.set(visitorHeader, visitor);
      const isStatic = request.headers.has(internalHeaders.static);
      return await this.#serve(visit, { appId, revisionSha, variablesId, snapshot, isStatic });
    } catch (error) {
      return failed(request, error instanceof Error ? error.message : String(error));
    } finally {
      inFlight -= 1;
    }
  }

  async #serve(request: Request, wanted: WantedApp): Promise<Response> {
    const revision = await readRevision(this.env, wanted.revisionSha);
    const asset = await serveAsset(this.env, revision, request);
    if (asset) return asset;
    if (wanted.isStatic) return withoutServer(request);
    const app = { ...wanted, revision };
    // A frozen database has the schema of its own version.
    const rebuilt = wanted.snapshot === null && (await ensureSchema(this.env, app));
    const response = await openIsolate(this.env, this.ctx.exports, app).fetch(request);
    if (response.headers.has(appFailedHeader)) return failed(request, await response.text());
    if (response.webSocket) return response;
    const headers = withoutInternalHeaders(response.headers);
    const logged = response.headers.get(appLoggedHeader);
    if (logged !== null) headers.set(internalHeaders.appError, logged);
    if (rebuilt) headers.set(internalHeaders.rebuilt, "1");
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  }

  async #control(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === pingPath) return Response.json({ isolates: loadedIsolates(), inFlight });
    const [, encodedId, action] =
      /^\/__nexus\/apps\/([^/]+)(?:\/(reset|data|snapshots\/[a-z0-9_]{1,64}))?$/.exec(pathname) ?? [];
    if (encodedId === undefined) return new Response("There is no such call.", { status: 404 });
    const appId = decodeURIComponent(encodedId);
    const data = this.env.APP_DATA.getByName(appId);
    if (request.method === "DELETE" && action === undefined) {
      await deleteFiles(this.env.APP_FILES, appId);
      await data.destroy();
      forgetSchema(appId);
      return new Response(null, { status: 204 });
    }
    if (request.method === "POST" && action === "reset") {
      await deleteFiles(this.env.APP_FILES, appId);
      const answer = await data.reset();
      forgetSchema(appId);
      return answer.ok ? new Response(null, { status: 204 }) : new Response(answer.message, { status: 500 });
    }
    if (request.method === "POST" && action === "data") {
      const { revision, request: wanted } = browseSchema.parse(await request.json());
      await this.#bringTo(revision, appId);
      return Response.json(await data.browse(wanted));
    }
    const [, snapshot] = /^snapshots\/(.+)$/.exec(action ?? "") ?? [];
    if (snapshot !== undefined && request.method === "POST") {
      // Nobody may have opened the app yet: then it has no tables to copy.
      await this.#bringTo(freezeSchema.parse(await request.json()).revision, appId);
      const problem = await copyFiles(this.env.APP_FILES, appId, filesOf(appId, snapshot));
      if (problem !== null) return new Response(problem, { status: 409 });
      await data.freeze(snapshot);
      return new Response(null, { status: 204 });
    }
    if (snapshot !== undefined && request.method === "DELETE") {
      await data.thaw(snapshot);
      await deleteFiles(this.env.APP_FILES, filesOf(appId, snapshot));
      await this.env.APP_DATA.getByName(filesOf(appId, snapshot)).destroy();
      return new Response(null, { status: 204 });
    }
    return new Response("That method is not allowed here.", { status: 405 });
  }

  async #bringTo(revisionSha: string, appId: string): Promise<void> {
    await ensureSchema(this.env, { appId, revisionSha, revision: await readRevision(this.env, revisionSha) });
  }
}

interface WantedApp {
  appId: string;
  revisionSha: string;
  variablesId: string | null;
  snapshot: string | null;
  /** Only what was built is shown. */
  isStatic: boolean;
}

const freezeSchema = z.object({ revision: z.string().max(64) });
const browseSchema = freezeSchema.extend({ request: dataRequestSchema });

/** The visitor learns that it failed; why travels in a header that the gate takes off for the project's log. */
function failed(request: Request, reason: string): Response {
  const response = noticeResponse(request, {
    status: 500,
    code: "SYSTEM_ERROR",
    title: "The app ran into an error",
    text: "The app's server code failed while answering this request. The reason stands in the project's log.",
  });
  response.headers.set(
    internalHeaders.appError,
    encodeURIComponent(reason.slice(0, longestFailureText).toWellFormed()),
  );
  return response;
}
