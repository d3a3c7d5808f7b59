// Starts the real platform as a user does, on a free port and a state directory of its own; for end-to-end tests and
// benchmarks. Everything it starts ends with `stop`.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readFile, readdir, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

const root = join(import.meta.dirname, "../..");

export interface Platform {
  readonly url: string;
  readonly port: number;
  readonly stateDir: string;
  /** What it printed so far. */
  output(): string;
  /** SIGTERM, then the end of everything it started. */
  stop(): Promise<void>;
  /**
   * Prepares SIGKILL to every process of it at once, as when the machine loses power, and gives the trigger: looking
   * the processes up takes longer than some stages last.
   */
  armKill(): Promise<() => Promise<void>>;
}

export interface PlatformOptions {
  /** Kept by the caller; a temporary one that `stop` removes when absent. */
  stateDir?: string;
  port?: number;
  environment?: Record<string, string>;
}

const mostPorts = 3;

/** A port that was free may be taken by another program before the platform listens on it: then another is tried. */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(options);
    } catch (error) {
      const isTaken = error instanceof Error && /already in use|is in use/.test(error.message);
      if (!isTaken || options.port !== undefined || attempt === mostPorts) throw error;
    }
  }
}

async function startOnce(options: PlatformOptions): Promise<Platform> {
  const port = options.port ?? (await freePort());
  const stateDir = options.stateDir ?? (await mkdtemp(join(tmpdir(), "nexusgen-state-")));
  const child = spawn(process.execPath, ["scripts/start.ts"], {
    cwd: root,
    env: {
      ...withoutModelKeys(process.env),
      // The checks behind a preview take a browser's time; who tests them gives one.
      CHROMIUM_PATH: "",
      // Outlives a run, so that only the first one downloads the dependencies of generated apps.
      STORE_DIR: process.env["STORE_DIR"] ?? join(root, ".state/test-store"),
      ...options.environment,
      PORT: String(port),
      STATE_DIR: stateDir,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await ready(child, () => output);
  const removeState = async () => {
    if (!options.stateDir) await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
  };
  return {
    url: `http://localhost:${port}`,
    port,
    stateDir,
    output: () => output,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      await removeState();
    },
    async armKill() {
      const armed = await descendants(child.pid ?? 0);
      return async () => {
        // The supervisor first, so that it starts nothing again; what a build has started since must end by itself.
        for (const pid of armed) signal(pid);
        await ended;
      };
    },
  };
}

/** A developer's own keys must not be spent by a test. */
function withoutModelKeys(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(ANTHROPIC|OPENAI|NEXUSGEN)_/.test(name)),
  );
}

async function ready(child: ChildProcess, output: () => string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setInterval(() => {
      if (!output().includes("NexusGen is ready at")) return;
      clearInterval(timer);
      resolve();
    }, 50);
    child.once("exit", (code) => {
      clearInterval(timer);
      reject(new Error(`The platform ended with status ${code} before it was ready:\n${output()}`));
    });
  });
}

/** The process and everything below it, by walking /proc. */
export async function descendants(pid: number): Promise<number[]> {
  const children = new Map<number, number[]>();
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [pid];
  for (const next of found) found.push(...(children.get(next) ?? []));
  return found;
}

/** Live processes that work in this directory or were told of it: what a platform with this state has left behind. */
export async function processesUsing(stateDir: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of await readdir("/proc")) {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) continue;
    const traces = await Promise.all([
      readlink(`/proc/${pid}/cwd`).catch(() => ""),
      readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => ""),
      readFile(`/proc/${pid}/environ`, "utf8").catch(() => ""),
    ]);
    if (traces.some((trace) => trace.includes(stateDir))) found.push(`${pid} ${traces[1].replaceAll("\0", " ")}`);
  }
  return found;
}

function signal(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}
