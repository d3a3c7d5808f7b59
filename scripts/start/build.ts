// Builds the web app and bundles the Worker, each only when one of its inputs has changed since the last time.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { withFileLock } from "./file-lock.ts";

interface Target {
  name: string;
  /** Files and folders below the root whose content decides whether the output is stale. */
  inputs: string[];
  output: string;
  /** Arguments of `node`, run one after the other. */
  commands: string[][];
}

const shared = ["package.json", "package-lock.json", "tsconfig.base.json"];

const web: Target = {
  name: "the web app",
  inputs: [...shared, "web", "durable-objects/protocol", "workers/api/schemas"],
  output: "dist/web",
  commands: [["node_modules/vite/bin/vite.js", "build", "--config", "web/vite.config.ts", "--logLevel", "error"]],
};

const worker: Target = {
  name: "the Worker",
  inputs: [...shared, "wrangler.toml", "workers", "durable-objects", "engine", "containers"],
  output: "dist/worker",
  commands: [
    [
      "node_modules/wrangler/bin/wrangler.js",
      "deploy",
      "--dry-run",
      "--containers-rollout=none",
      "--outdir",
      "dist/worker",
    ],
    ["scripts/start/write-runtime-options.ts"],
  ],
};

/** Where the options of the local runtime stand: wrangler.toml as Miniflare understands it. */
export const runtimeOptionsFile = "dist/worker.options.json";

export async function build(root: string, report: (line: string) => void): Promise<void> {
  mkdirSync(join(root, "dist/web"), { recursive: true });
  const targets = existsSync(join(root, "web/vite.config.ts")) ? [web, worker] : [worker];
  await withFileLock(join(root, "dist/build.lock"), async () => {
    const stale = targets.filter((target) => readText(stampOf(root, target)) !== hashInputs(root, target.inputs));
    if (stale.length > 0) report(`Building ${stale.map((target) => target.name).join(" and ")} …`);
    // One after the other: wrangler reads the web app's files, and must not meet them while they are replaced.
    for (const target of stale) await buildTarget(root, target);
  });
}

async function buildTarget(root: string, target: Target): Promise<void> {
  const hash = hashInputs(root, target.inputs);
  rmSync(stampOf(root, target), { force: true });
  if (target === worker) rmSync(join(root, target.output), { recursive: true, force: true });
  for (const command of target.commands) await run(root, target.name, command);
  writeFileSync(stampOf(root, target), hash);
}

function stampOf(root: string, target: Target): string {
  return join(root, `${target.output}.stamp`);
}

function hashInputs(root: string, inputs: string[]): string {
  const hash = createHash("sha256");
  for (const path of inputs.flatMap((input) => listFiles(join(root, input)))) {
    hash.update(relative(root, path)).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== "node_modules" && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = join(path, entry.name);
      return entry.isDirectory() ? listFiles(child) : entry.isFile() ? [child] : [];
    });
}

function run(root: string, name: string, command: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NODE_ENV: "production",
        WRANGLER_SEND_METRICS: "false",
        CLOUDFLARE_CF_FETCH_ENABLED: "false",
      },
    });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    const stop = (): void => void child.kill("SIGKILL");
    process.once("exit", stop);
    child.on("error", reject);
    child.on("exit", (code) => {
      process.off("exit", stop);
      if (code === 0) resolve();
      else reject(new Error(`Building ${name} failed.\n${Buffer.concat(output).toString().trim()}`));
    });
  });
}

function readText(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
