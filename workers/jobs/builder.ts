// The builder as the Worker sees it: a container in production, a local process where BUILDER_URL is set. Callers
// cannot tell which.
import {
  type AddRequest,
  type AddResult,
  addResultSchema,
  buildEventSchema,
  type BuildEvent,
  type BuildFinished,
  type BuildRequest,
  documentsResultSchema,
  type DocumentsRequest,
  type DocumentsResult,
  type LockfileRequest,
  lockfileResultSchema,
  type PreviewRequest,
  type PreviewResult,
  previewResultSchema,
  type TypesRequest,
  type TypesResult,
  typesResultSchema,
  type WarmRequest,
  warmResultSchema,
} from "#builder/protocol.ts";
import { z } from "zod";
import type { Env } from "../env.ts";

/** The builder could not be reached, or went silent: the same request may work in a moment. */
export class BuilderUnavailable extends Error {
  override name = "BuilderUnavailable";
}

/** The builder understood the request and does not do it; the message says why. */
export class BuilderRefusal extends Error {
  override name = "BuilderRefusal";
}

export interface Builder {
  /**
   * Runs a build to its end. Aborting `signal` closes the connection, which cancels the build in the builder too.
   * Throws BuilderUnavailable, or the signal's reason.
   */
  run(
    request: BuildRequest,
    options: { signal: AbortSignal; onEvent(event: BuildEvent): void },
  ): Promise<BuildFinished>;
  readArtefact(buildId: string, path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Bundles an edited file set in a workspace that stays warm. */
  preview(request: PreviewRequest): Promise<PreviewResult>;
  /** Installs a set of dependencies where it is not there yet, and gives its key. */
  fillStore(dependencies: WarmRequest): Promise<string>;
  /** Adds packages to package.json and lockfile; throws a BuilderRefusal in the builder's words when it cannot. */
  addDependencies(request: AddRequest): Promise<AddResult>;
  /** A lockfile for a package.json; throws a BuilderRefusal in npm's words when there is none. */
  makeLockfile(request: LockfileRequest): Promise<{ lockfile: string }>;
  /** What a package of a filled store says of itself. */
  readDocuments(key: string, request: DocumentsRequest): Promise<DocumentsResult>;
  /** Type declarations of packages of a filled store. */
  readTypes(key: string, request: TypesRequest): Promise<TypesResult>;
  /** The dev server in a workspace that serves; the app's own answer, or 410 or 502 with `x-nexus-builder`. */
  visit(workspaceId: string, path: string, init: RequestInit): Promise<Response>;
  /** Ends a build and drops what it left; unknown ids are fine. */
  drop(buildId: string): Promise<void>;
}

/** The builder sends a heartbeat at least every 5 s. */
const silenceMs = 30_000;

/** `affinity`: builds of the same project share a container. */
export function builderFor(env: Env, affinity: string): Builder {
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set("authorization", `Bearer ${env.BUILDER_SECRET}`);
    try {
      return await fetcherOf(env, affinity)(path, { ...init, headers });
    } catch (error) {
      throw new BuilderUnavailable("The builder does not answer.", { cause: error });
    }
  };
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const headers = { "content-type": "application/json" };
    const response = await call(path, { method: "POST", headers, body: JSON.stringify(body) });
    if (response.ok) return response.json();
    if (response.status === 400) throw new BuilderRefusal(await readReason(response));
    throw new BuilderUnavailable(`The builder refused (${response.status}): ${(await response.text()).slice(0, 500)}`);
  };
  return {
    async run(request, { signal, onEvent }) {
      const response = await call("/builds", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(request),
      });
      if (!response.ok || !response.body) {
        const text = await response.text();
        throw new BuilderUnavailable(`The builder refused the build (${response.status}): ${text.slice(0, 500)}`);
      }
      for await (const event of readEvents(response.body, signal)) {
        if (event.type === "finished") return event;
        onEvent(event);
      }
      throw new BuilderUnavailable("The builder stopped in the middle of the build.");
    },
    async readArtefact(buildId, path) {
      const encoded = path.split("/").map(encodeURIComponent).join("/");
      const response = await call(`/builds/${buildId}/artefact/${encoded}`);
      if (!response.ok) throw new BuilderUnavailable(`The builder no longer has ${path} (${response.status}).`);
      return new Uint8Array(await response.arrayBuffer());
    },
    async preview(request) {
      return previewResultSchema.parse(await post("/previews", request));
    },
    async fillStore({ packageJson, lockfile }) {
      return warmResultSchema.parse(await post("/stores", { packageJson, lockfile })).key;
    },
    async addDependencies(request) {
      return addResultSchema.parse(await post("/dependencies", request));
    },
    async makeLockfile(request) {
      return lockfileResultSchema.parse(await post("/lockfiles", request));
    },
    async readDocuments(key, request) {
      return documentsResultSchema.parse(await post(`/stores/${key}/documents`, request));
    },
    async readTypes(key, request) {
      return typesResultSchema.parse(await post(`/stores/${key}/types`, request));
    },
    visit: (workspaceId, path, init) => call(`/previews/${workspaceId}/visit${path}`, init),
    async drop(buildId) {
      const response = await call(`/builds/${buildId}`, { method: "DELETE" });
      await response.body?.cancel();
    },
  };
}

const refusalSchema = z.object({ error: z.object({ message: z.string() }) });

async function readReason(response: Response): Promise<string> {
  const parsed = refusalSchema.safeParse(await response.json().catch(() => null));
  return parsed.success ? parsed.data.error.message : "The builder refused without a reason.";
}

/** For the health check. */
export async function builderHealth(env: Env): Promise<boolean> {
  try {
    const response = await fetcherOf(env, "health")("/health", {
      signal: AbortSignal.timeout(3_000),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function fetcherOf(env: Env, affinity: string): (path: string, init: RequestInit) => Promise<Response> {
  const { BUILDER_URL, BUILD_CONTAINER } = env;
  if (BUILDER_URL) return (path, init) => fetch(new URL(path, BUILDER_URL), init);
  if (!BUILD_CONTAINER)
    throw new BuilderUnavailable("No builder is configured: set BUILDER_URL or bind BUILD_CONTAINER.");
  const container = BUILD_CONTAINER.get(BUILD_CONTAINER.idFromName(affinity));
  return (path, init) => container.fetch(new Request(new URL(path, "http://builder"), init));
}

async function* readEvents(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<BuildEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const onAbort = () => void reader.cancel(signal.reason).catch(() => {});
  signal.addEventListener("abort", onAbort, { once: true });
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await readOrGiveUp(reader, signal);
      if (done) return;
      const lines = (rest + value).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line !== "") yield buildEventSchema.parse(JSON.parse(line));
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    await reader.cancel().catch(() => {});
  }
}

async function readOrGiveUp(reader: ReadableStreamDefaultReader<string>, signal: AbortSignal) {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new BuilderUnavailable("The builder went silent.")), silenceMs);
  try {
    const read = await Promise.race([reader.read(), silence]);
    signal.throwIfAborted();
    return read;
  } catch (error) {
    if (signal.aborted || error instanceof BuilderUnavailable) throw error;
    throw new BuilderUnavailable("The connection to the builder broke.", { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
