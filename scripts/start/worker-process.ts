// One Miniflare with the Worker's bundle, in one of two roles, as a child of `npm start`. Talks to the supervisor over
// IPC: first message in is a WorkerStart, first message out `ready` or `failed`. When the supervisor is gone the whole
// process group ends, workerd with it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import type { V4MiniflareOptions } from "miniflare";
import { runtimeOptionsFile } from "./build.ts";
import { applyMigrations } from "./migrate.ts";

export interface WorkerStart {
  root: string;
  role: "platform" | "previews";
  /** Where this role keeps its databases and objects. */
  persistDir: string;
  variables: Record<string, string>;
  ports: { platform: number; previews: number; artefacts: number };
}

export type WorkerMessage = { type: "ready" } | { type: "failed"; message: string };
export type WorkerRequest = { type: "scheduled" };

const workerName = "nexusgen";
const loopback = "127.0.0.1";
/** What `wrangler` derives from wrangler.toml; only the parts that differ here are named. */
interface WorkerOptions extends Record<string, unknown> {
  r2Buckets: Record<string, unknown>;
  bindings?: Record<string, unknown>;
  serviceBindings?: Record<string, unknown>;
  ratelimits?: Record<string, unknown>;
  assets?: Record<string, unknown>;
  d1Databases?: Record<string, unknown>;
}

let miniflare: Miniflare | undefined;

process.once("disconnect", () => process.kill(-process.pid, "SIGKILL"));
process.once("SIGTERM", () => void stop());
// Ctrl-C reaches the supervisor, which tells us.
process.on("SIGINT", () => {});
process.once("message", (message) => void start(message as WorkerStart));

async function start(options: WorkerStart): Promise<void> {
  try {
    if (options.role === "platform") await migrate(options);
    miniflare = new Miniflare(convertV4MiniflareOptions(describe(options)));
    await miniflare.ready;
    if (options.role === "platform") {
      process.on("message", (message) => void handle(message as WorkerRequest));
    }
    send({ type: "ready" });
  } catch (error) {
    send({ type: "failed", message: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
    await stop();
  }
}

/**
 * Before anybody can ask: the platform answers from the moment its port is open. It takes a runtime of its own, so what was
 * applied is noted, and a start with nothing to do has none.
 */
async function migrate({ root, persistDir }: WorkerStart): Promise<void> {
  const folder = join(root, "migrations");
  const note = join(persistDir, "migrations.json");
  const names = JSON.stringify(readdirSync(folder).filter((name) => name.endsWith(".sql")));
  if (existsSync(note) && readFileSync(note, "utf8") === names) return;
  const { d1Databases } = readRuntimeOptions(root);
  miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...basicOptions(persistDir),
      workers: [{ name: workerName, modules: true, script: "export default {};", d1Databases }],
    } as unknown as V4MiniflareOptions),
  );
  await applyMigrations(await miniflare.getD1Database("DB"), folder);
  await miniflare.dispose();
  writeFileSync(note, names);
}

async function handle(request: WorkerRequest): Promise<void> {
  if (request.type !== "scheduled" || !miniflare) return;
  try {
    const worker = await miniflare.getWorker(workerName);
    await worker.scheduled({ cron: "* * * * *", scheduledTime: new Date() });
  } catch (error) {
    console.error(`The scheduled handler failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function stop(): Promise<void> {
  await miniflare?.dispose().catch(() => {});
  process.exit();
}

function send(message: WorkerMessage): void {
  process.send?.(message);
}

function describe(options: WorkerStart): V4MiniflareOptions {
  const { ports } = options;
  const base = readRuntimeOptions(options.root);
  // The bundle is given below, module by module.
  delete base["modulesRules"];
  const worker: WorkerOptions = {
    ...base,
    name: workerName,
    rootPath: options.root,
    modulesRoot: "/",
    modules: readModules(join(options.root, "dist/worker")),
    bindings: { ...base.bindings, ...options.variables },
  };
  const isPlatform = options.role === "platform";
  const sockets = isPlatform
    ? [
        { host: loopback, port: ports.platform, entrypoint: "Platform" },
        { host: loopback, port: ports.artefacts, entrypoint: "ArtefactReader" },
      ]
    : [{ host: loopback, port: ports.previews, entrypoint: "PreviewHost" }];
  return {
    ...basicOptions(options.persistDir),
    workers: [
      {
        ...(isPlatform ? platformOptions(worker, options) : previewOptions(worker, options)),
        unsafeDirectSockets: sockets,
      },
    ],
  } as unknown as V4MiniflareOptions;
}

const readRuntimeOptions = (root: string): WorkerOptions =>
  JSON.parse(readFileSync(join(root, runtimeOptionsFile), "utf8")) as WorkerOptions;

const basicOptions = (persistDir: string) => ({
  host: loopback,
  port: 0,
  cf: false,
  logRequests: false,
  telemetry: { enabled: false },
  log: new Log(LogLevel.WARN),
  resourcePersistencePath: persistDir,
});

function platformOptions(worker: WorkerOptions, { root, ports }: WorkerStart): WorkerOptions {
  return {
    ...worker,
    serviceBindings: { ...worker.serviceBindings, PREVIEWS: external(ports.previews) },
    assets: { ...worker.assets, directory: join(root, "dist/web") },
    ratelimits: {
      ...worker.ratelimits,
      // One machine, one user: the published limits would stop benchmarks and scripts that are welcome here.
      API_LIMIT: { namespace_id: "1003", simple: { limit: 1_000_000, period: 60 } },
      WRITE_LIMIT: { namespace_id: "1004", simple: { limit: 100_000, period: 60 } },
    },
  };
}

/** Generated code runs in this process: it gets no database, queue or web app of the platform, of the buckets the apps' own. */
function previewOptions(worker: WorkerOptions, { ports }: WorkerStart): WorkerOptions {
  const { assets: _webApp, ...rest } = worker;
  return {
    ...rest,
    serviceBindings: { ...worker.serviceBindings, ARTEFACTS: external(ports.artefacts) },
    d1Databases: {},
    r2Buckets: { APP_FILES: worker.r2Buckets["APP_FILES"] },
    queueProducers: {},
    queueConsumers: {},
    ratelimits: {},
    cronTriggers: [],
  };
}

function external(port: number): { external: { address: string; http: Record<string, never> } } {
  return { external: { address: `${loopback}:${port}`, http: {} } };
}

const moduleTypes: Record<string, "ESModule" | "Text" | "CompiledWasm" | "Data"> = {
  ".js": "ESModule",
  ".mjs": "ESModule",
  ".md": "Text",
  ".sql": "Text",
  ".txt": "Text",
  ".html": "Text",
  ".wasm": "CompiledWasm",
  ".bin": "Data",
};

function readModules(directory: string): { type: string; path: string; contents: Buffer }[] {
  const modules = readdirSync(directory).flatMap((name) => {
    const type = moduleTypes[extname(name)];
    return type ? [{ type, path: `/${name}`, contents: readFileSync(join(directory, name)) }] : [];
  });
  // The first module is the main one.
  return modules.toSorted((a, b) => Number(b.path === "/index.js") - Number(a.path === "/index.js"));
}
