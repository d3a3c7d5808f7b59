// The builder's HTTP face; protocol.ts says what goes over it.
import { createHash, timingSafeEqual } from "node:crypto";
import { mkdir, readdir } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";
import { addDependencies } from "./add-dependencies.ts";
import { findBrowserTools } from "./browser-step.ts";
import { Builds } from "./builds.ts";
import { collectTypes } from "./collect-types.ts";
import { DependencyStore, describeDependencies } from "./dependency-store.ts";
import { findNpm } from "./install-tree.ts";
import { makeLockfile } from "./make-lockfile.ts";
import { RefusedInput } from "./project-path.ts";
import {
  addRequestSchema,
  buildRequestSchema,
  documentsRequestSchema,
  lockfileRequestSchema,
  ownSteps,
  previewRequestSchema,
  typesRequestSchema,
  warmRequestSchema,
  type BuildEvent,
  type BuildRequest,
} from "./protocol.ts";
import { readDocuments } from "./read-documents.ts";
import { removeTree } from "./remove-tree.ts";
import { explain } from "./run-build.ts";
import { Sandbox, type SandboxReport } from "./sandbox.ts";
import { Slots } from "./slots.ts";
import { answerVisit, readVisit, upgradeVisit } from "./visit-workspace.ts";
import { Workspaces, workspaceUids } from "./workspaces.ts";

export interface BuilderOptions {
  /** What callers must send as `authorization: Bearer …`. */
  secret: string;
  /** Builds live here; what an earlier run left is removed, so it belongs to one builder alone. */
  stateDir: string;
  /** Dependency store; default `stateDir`/store. Fastest on the same file system as `stateDir`. Builders may share it. */
  storeDir?: string;
  /** 0 takes a free one. */
  port?: number;
  host?: string;
  maxBuilds?: number;
  maxStoreBytes?: number;
  /** Folders that builds must not see, such as the platform's data and keys. Needs mount namespaces. */
  hide?: readonly string[];
  /** Projects whose bundler stays loaded, default 3; the one unused for longest makes room. */
  maxWorkspaces?: number;
  /** How long an unused one stays, ms. */
  workspaceIdleMs?: number;
  /** How long a finished build's artefact stays, ms. */
  keepMs?: number;
}

export interface RunningBuilder {
  port: number;
  /** How well builds are kept apart on this machine. */
  sandbox: SandboxReport;
  /** Cancels what runs and resolves when nothing of it is left. */
  close(): Promise<void>;
}

const maxBodyBytes = 64 * 1024 * 1024;
const heartbeatMs = 4000;
const warmLimits = { timeoutMs: 300_000, memoryBytes: 4 * 2 ** 30, outputBytes: 4 * 2 ** 20 };

type ErrorCode =
  | "VALIDATION_ERROR"
  | "AUTHENTICATION_ERROR"
  | "NOT_FOUND_ERROR"
  | "PAYLOAD_TOO_LARGE"
  | "INSTALL_FAILED"
  | "SYSTEM_ERROR";
const statusOf: Record<ErrorCode, number> = {
  VALIDATION_ERROR: 400,
  AUTHENTICATION_ERROR: 401,
  NOT_FOUND_ERROR: 404,
  PAYLOAD_TOO_LARGE: 413,
  INSTALL_FAILED: 502,
  SYSTEM_ERROR: 500,
};

class HttpError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Removes what an earlier run left, finds out how well builds can be isolated, and listens. */
export async function startBuilder(options: BuilderOptions): Promise<RunningBuilder> {
  if (options.secret === "") throw new Error("BUILDER_SECRET is empty: set it to a long random text.");
  const stateDir = resolve(options.stateDir);
  const buildsDir = join(stateDir, "builds");
  await mkdir(buildsDir, { recursive: true, mode: 0o755 });
  const workspacesDir = join(stateDir, "workspaces");
  await mkdir(workspacesDir, { recursive: true, mode: 0o755 });
  for (const kept of [buildsDir, workspacesDir]) {
    const stale = await readdir(kept);
    await Promise.all(stale.map((name) => removeTree(join(kept, name))));
  }

  const folder = resolve(options.storeDir ?? join(stateDir, "store"));
  const sandbox = await Sandbox.probe(stateDir, [stateDir, folder, ...(options.hide ?? [])]);
  const npm = await findNpm();
  const maxBytes = options.maxStoreBytes ?? 8 * 2 ** 30;
  const store = npm === undefined ? undefined : new DependencyStore({ sandbox, npm, folder, maxBytes });
  await store?.open();
  const slots = new Slots(options.maxBuilds ?? 2);
  // One: they are to leave the machine to those who wait for something.
  const backgroundSlots = new Slots(1);
  const browserTools = findBrowserTools();
  const builds = new Builds({
    sandbox,
    store,
    slots,
    backgroundSlots,
    npm,
    browserTools,
    folder: buildsDir,
    keepMs: options.keepMs ?? 600_000,
  });
  const workspaces = new Workspaces({
    sandbox,
    store,
    folder: workspacesDir,
    firstUid: workspaceUids(slots.total + backgroundSlots.total),
    most: options.maxWorkspaces ?? 3,
    idleMs: options.workspaceIdleMs ?? 600_000,
  });
  const closing = new AbortController();

  const health = (): object => ({
    status: "ok",
    node: process.version,
    sandbox: sandbox.report,
    npm: npm !== undefined,
    browser: typeof browserTools !== "string",
    builds: { running: slots.running, queued: slots.queued, most: slots.total },
  });

  const streamBuild = async (body: BuildRequest, response: ServerResponse): Promise<void> => {
    response.writeHead(200, {
      "content-type": "application/x-ndjson",
      "cache-control": "no-store",
    });
    response.flushHeaders();
    const emit = (event: BuildEvent): void => {
      if (!response.destroyed) response.write(`${JSON.stringify(event)}\n`);
    };
    const heartbeat = setInterval(() => emit({ type: "heartbeat" }), heartbeatMs);
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    try {
      await builds.run(body, emit, AbortSignal.any([gone.signal, closing.signal]));
    } finally {
      clearInterval(heartbeat);
      response.end();
    }
  };

  const warm = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = parse(warmRequestSchema, await readJson(request));
    if (store === undefined) throw new HttpError("SYSTEM_ERROR", "The builder found no npm.");
    const startedAt = performance.now();
    const set = describeDependencies(body.packageJson, body.lockfile);
    const wasWarm = store.isWarm(set.key);
    const output: string[] = [];
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const signal = AbortSignal.any([gone.signal, closing.signal]);
    const result = await store.fill(set, warmLimits, (_stream, text) => output.push(text), signal);
    if (result.outcome !== "passed") {
      throw new HttpError(
        "INSTALL_FAILED",
        `The installation ended as ${result.outcome}: ${output.join("\n").slice(-2000)}`,
      );
    }
    sendJson(response, 200, {
      key: set.key,
      warm: wasWarm,
      durationMs: performance.now() - startedAt,
    });
  };

  const borrowStore = async (key: string): Promise<{ folder: string; giveBack(): void }> => {
    if (store === undefined || !/^[0-9a-f]{64}$/.test(key) || !store.isWarm(key)) {
      throw new HttpError("NOT_FOUND_ERROR", "There is no such store. Fill it with POST /stores.");
    }
    return store.borrow(key);
  };

  const readStore = async (key: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = parse(documentsRequestSchema, await readJson(request));
    const borrowed = await borrowStore(key);
    try {
      sendJson(response, 200, await readDocuments(borrowed.folder, body));
    } finally {
      borrowed.giveBack();
    }
  };

  const sendTypes = async (key: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = parse(typesRequestSchema, await readJson(request));
    const borrowed = await borrowStore(key);
    try {
      sendJson(response, 200, await collectTypes(borrowed.folder, body));
    } finally {
      borrowed.giveBack();
    }
  };

  const add = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = parse(addRequestSchema, await readJson(request));
    if (npm === undefined) throw new HttpError("SYSTEM_ERROR", "The builder found no npm.");
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const root = join(buildsDir, `adding-${crypto.randomUUID()}`);
    const signal = AbortSignal.any([gone.signal, closing.signal]);
    sendJson(response, 200, await addDependencies({ sandbox, npm, root }, body, signal));
  };

  const makeLock = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = parse(lockfileRequestSchema, await readJson(request));
    if (npm === undefined) throw new HttpError("SYSTEM_ERROR", "The builder found no npm.");
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const root = join(buildsDir, `locking-${crypto.randomUUID()}`);
    const signal = AbortSignal.any([gone.signal, closing.signal]);
    sendJson(response, 200, { lockfile: await makeLockfile({ sandbox, npm, root }, body, signal) });
  };

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const method = request.method ?? "GET";
    const visit = readVisit(request.url ?? "/");
    if (visit !== null && isAuthorised(request, options.secret))
      return await answerVisit(workspaces.visit(visit.id), visit.path, request, response);
    if (method === "GET" && path === "/health") return sendJson(response, 200, health());
    if (!isAuthorised(request, options.secret)) {
      throw new HttpError("AUTHENTICATION_ERROR", "The builder's secret is missing or wrong.");
    }
    if (method === "POST" && path === "/builds") {
      const body = parse(buildRequestSchema, await readJson(request));
      checkSteps(body);
      return await streamBuild(body, response);
    }
    if (method === "POST" && path === "/previews") {
      return sendJson(response, 200, await workspaces.build(parse(previewRequestSchema, await readJson(request))));
    }
    if (method === "POST" && path === "/dependencies") return await add(request, response);
    if (method === "POST" && path === "/lockfiles") return await makeLock(request, response);
    if (method === "POST" && path === "/stores") return await warm(request, response);
    const [, root, id, part, ...rest] = path.split("/");
    if (root === "stores" && id !== undefined && part === "documents" && method === "POST") {
      return await readStore(id, request, response);
    }
    if (root === "stores" && id !== undefined && part === "types" && method === "POST") {
      return await sendTypes(id, request, response);
    }
    if (root === "builds" && id !== undefined && part === undefined && method === "DELETE") {
      await builds.drop(id);
      response.writeHead(204).end();
      return;
    }
    if (root === "previews" && id !== undefined && part === undefined && method === "DELETE") {
      await workspaces.drop(id);
      response.writeHead(204).end();
      return;
    }
    if (root === "builds" && id !== undefined && part === "artefact" && method === "GET") {
      const bytes = await builds.readArtefact(id, decodePath(rest));
      if (bytes === undefined) throw new HttpError("NOT_FOUND_ERROR", "There is no such artefact file.");
      response
        .writeHead(200, {
          "content-type": "application/octet-stream",
          "content-length": bytes.length,
        })
        .end(bytes);
      return;
    }
    throw new HttpError("NOT_FOUND_ERROR", `The builder has no ${method} ${path}.`);
  };

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => sendError(response, error));
  });
  server.on("upgrade", (request, socket, head) => {
    const visit = readVisit(request.url ?? "/");
    if (visit === null || !isAuthorised(request, options.secret)) return void socket.destroy();
    void upgradeVisit(workspaces.visit(visit.id), visit.path, request, socket, head);
  });
  // A build may be silent for minutes while it waits for its place.
  server.requestTimeout = 120_000;
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(options.port ?? 0, options.host ?? "127.0.0.1", done);
  });

  return {
    port: (server.address() as AddressInfo).port,
    sandbox: sandbox.report,
    async close() {
      closing.abort();
      const closed = new Promise((done) => server.close(done));
      await Promise.all([builds.close(), workspaces.close()]);
      await store?.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function isAuthorised(request: IncomingMessage, secret: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ""), digest(`Bearer ${secret}`));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const tooLarge = (): HttpError =>
    new HttpError("PAYLOAD_TOO_LARGE", `The body is larger than ${maxBodyBytes} bytes.`);
  if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new HttpError("VALIDATION_ERROR", "The body is not JSON.");
  }
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new HttpError("VALIDATION_ERROR", z.prettifyError(parsed.error));
  return parsed.data;
}

/** Names once each, `after` naming earlier steps only (so no circles), and a command where one is needed. */
function checkSteps(request: BuildRequest): void {
  const names = new Set<string>();
  for (const step of request.steps) {
    if (names.has(step.name)) throw new HttpError("VALIDATION_ERROR", `The step ${step.name} is there twice.`);
    const unknown = step.after.find((name) => !names.has(name));
    if (unknown !== undefined) {
      throw new HttpError(
        "VALIDATION_ERROR",
        `The step ${step.name} comes after ${unknown}, which does not stand before it.`,
      );
    }
    if (!(ownSteps as readonly string[]).includes(step.name) && step.command.length === 0) {
      throw new HttpError("VALIDATION_ERROR", `The step ${step.name} has no command.`);
    }
    names.add(step.name);
  }
}

function decodePath(segments: string[]): string {
  try {
    return segments.map(decodeURIComponent).join("/");
  } catch {
    throw new HttpError("VALIDATION_ERROR", "The path is not encoded well.");
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response
    .writeHead(status, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
    })
    .end(text);
}

function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const known =
    error instanceof HttpError
      ? error
      : error instanceof RefusedInput
        ? new HttpError("VALIDATION_ERROR", error.message)
        : new HttpError("SYSTEM_ERROR", explain(error));
  // An unread body would be taken for the next request.
  if (known.code === "PAYLOAD_TOO_LARGE") response.setHeader("connection", "close");
  sendJson(response, statusOf[known.code], { error: { code: known.code, message: known.message } });
}
