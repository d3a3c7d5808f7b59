// Bundles and starts the bare Worker the way the platform is started: Miniflare directly, on a loopback socket.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type V4MiniflareOptions } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { freePort } from "../../tests/platform/free-port.ts";

export interface Bare {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startBare(): Promise<Bare> {
  const directory = await mkdtemp(join(tmpdir(), "nexusgen-bare-"));
  const config = join(import.meta.dirname, "wrangler.toml");
  const wrangler = join(import.meta.dirname, "../../node_modules/wrangler/bin/wrangler.js");
  await promisify(execFile)(
    process.execPath,
    [wrangler, "deploy", "--dry-run", "--outdir", directory, "--config", config],
    {
      env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
    },
  );
  const { workerOptions } = unstable_getMiniflareWorkerOptions(config);
  const port = await freePort();
  const modules = readdirSync(directory)
    .filter((name) => name.endsWith(".js"))
    .map((name) => ({ type: "ESModule", path: `/${name}`, contents: readFileSync(join(directory, name)) }));
  const options = {
    host: "127.0.0.1",
    port: 0,
    cf: false,
    logRequests: false,
    telemetry: { enabled: false },
    log: new Log(LogLevel.WARN),
    resourcePersistencePath: join(directory, "state"),
    workers: [
      {
        ...workerOptions,
        modulesRules: undefined,
        rootPath: directory,
        modulesRoot: "/",
        modules,
        unsafeDirectSockets: [{ host: "127.0.0.1", port }],
      },
    ],
  } as unknown as V4MiniflareOptions;
  const miniflare = new Miniflare(convertV4MiniflareOptions(options));
  await miniflare.ready;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await miniflare.dispose();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
