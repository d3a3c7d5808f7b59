// Installed dependency trees, shared by all builds with the same dependencies.
//   <store>/<key>/node_modules   read-only files; <key>/bytes holds the size; its mtime is the last use
//   <store>/.filling-<pid>-*     an installation under way; never seen under a key, removed when its builder is gone
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { installTree, type InstallOptions, type InstallSink } from "./install-tree.ts";
import { installWithPnpm, pnpmManifest } from "./install-with-pnpm.ts";
import { placeTree, sealTree } from "./link-tree.ts";
import { RefusedInput } from "./project-path.ts";
import { removeTree } from "./remove-tree.ts";
import type { Limits, ProcessResult } from "./run-process.ts";

const dependencyFields = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
  "peerDependenciesMeta",
  "bundleDependencies",
  "bundledDependencies",
  "overrides",
] as const;

const manifestSchema = z.record(z.string(), z.unknown());
const lockedPackageSchema = z.looseObject({
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  inBundle: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockfileSchema = z.looseObject({
  lockfileVersion: z.literal([2, 3]),
  packages: z.record(z.string(), lockedPackageSchema),
});

export interface DependencySet {
  /** Of a set and what installs it: the two managers lay a tree out differently. */
  key: string;
  manager: "npm" | "pnpm";
  packageJson: string;
  lockfile: string;
}

/** Throws `RefusedInput` when the two are not what a registry-only installation needs. */
export function describeDependencies(
  packageJson: string,
  lockfile: string,
  manager: DependencySet["manager"] = "npm",
): DependencySet {
  const manifest = describeManifest(packageJson);
  const lock = parseJson("package-lock.json", lockfile, lockfileSchema);
  const packages: Record<string, unknown> = {};
  for (const [path, entry] of Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (path === "") {
      const { name: _name, version: _version, ...root } = entry;
      packages[path] = { ...root, name: "app", version: "0.0.0" };
      continue;
    }
    if (entry.link === true || !path.startsWith("node_modules/")) {
      throw new RefusedInput(
        `package-lock.json: ${path} is a local folder; only packages of the registry can be installed.`,
      );
    }
    if (entry.integrity === undefined && entry.inBundle !== true) {
      throw new RefusedInput(
        `package-lock.json: ${path} has no integrity; only packages of the registry can be installed.`,
      );
    }
    // Without an address npm asks the configured registry, so a lockfile cannot send it anywhere else.
    const { resolved: _resolved, ...pinned } = entry;
    packages[path] = withoutUnlocked(pinned, path, lock.packages);
  }
  const cleanLock = {
    name: "app",
    version: "0.0.0",
    lockfileVersion: lock.lockfileVersion,
    requires: true,
    packages,
  };
  const text = { packageJson: manifest, lockfile: JSON.stringify(cleanLock) };
  const machine = `${process.platform}-${process.arch}-${process.version}`;
  const parts = [text.packageJson, text.lockfile, machine, ...(manager === "npm" ? [] : [manager])];
  const key = createHash("sha256").update(parts.join("\0")).digest("hex");
  return { key, manager, ...text };
}

/** What of a package.json is about dependencies: nothing in it can make npm run or read anything else. */
export function describeManifest(packageJson: string): string {
  const manifest = parseJson("package.json", packageJson, manifestSchema);
  const wanted: Record<string, unknown> = {};
  for (const field of dependencyFields) if (manifest[field] !== undefined) wanted[field] = manifest[field];
  return JSON.stringify({ name: "app", version: "0.0.0", private: true, ...wanted });
}

/**
 * npm leaves packages for other platforms out of a lockfile when the registry lacks them, and `npm ci` then refuses that
 * lockfile. They would not be installed anyway, so they go from the list of what a package may have.
 */
function withoutUnlocked<T extends { optionalDependencies?: Record<string, string> | undefined }>(
  entry: T,
  path: string,
  locked: Record<string, unknown>,
): T {
  const { optionalDependencies } = entry;
  if (optionalDependencies === undefined) return entry;
  const present = Object.entries(optionalDependencies).filter(([name]) => isLocked(name, path, locked));
  return { ...entry, optionalDependencies: Object.fromEntries(present) };
}

/** Whether `name` resolves from the package at `path`: in its own node_modules or in one further up. */
function isLocked(name: string, path: string, locked: Record<string, unknown>): boolean {
  for (let folder = path; ; folder = folder.slice(0, folder.lastIndexOf("/node_modules/"))) {
    if (`${folder}/node_modules/${name}` in locked) return true;
    if (!folder.includes("/node_modules/")) return `node_modules/${name}` in locked;
  }
}

function parseJson<T>(name: string, text: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RefusedInput(`${name} is not JSON.`);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new RefusedInput(`${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

interface Fill {
  sinks: Set<InstallSink>;
  waiting: number;
  controller: AbortController;
  result: Promise<ProcessResult>;
}

export interface StoreOptions extends Omit<InstallOptions, "root"> {
  folder: string;
  /** Above this, the sets unused for longest are removed, bytes. */
  maxBytes: number;
}

const passedAtOnce: ProcessResult = {
  outcome: "passed",
  exitCode: 0,
  durationMs: 0,
  peakMemoryBytes: 0,
  cpuMs: 0,
};

export class DependencyStore {
  readonly #options: StoreOptions;
  readonly #folder: string;
  readonly #fills = new Map<string, Fill>();
  /** Sets some build is using right now: not to be evicted. */
  readonly #inUse = new Map<string, number>();

  constructor(options: StoreOptions) {
    this.#options = options;
    this.#folder = options.folder;
  }

  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o755 });
    const entries = await readdir(this.#folder);
    // Another builder may share the folder, as when the tests run beside the platform.
    const halfMade = entries.filter((name) => name.startsWith(".") && !isRunning(Number(name.split("-")[1])));
    await Promise.all(halfMade.map((name) => removeTree(join(this.#folder, name))));
  }

  isWarm(key: string): boolean {
    return existsSync(join(this.#folder, key, "node_modules"));
  }

  /** Makes sure the set is there. Callers with the same key share one installation; it stops when all have left. */
  async fill(set: DependencySet, limits: Limits, sink: InstallSink, signal: AbortSignal): Promise<ProcessResult> {
    if (this.isWarm(set.key)) return passedAtOnce;
    const fill = this.#fills.get(set.key) ?? this.#startFill(set, limits);
    fill.sinks.add(sink);
    fill.waiting += 1;
    let leave = (): void => {};
    const left = new Promise<ProcessResult>((resolve) => {
      leave = () => resolve({ ...passedAtOnce, outcome: "cancelled", exitCode: null });
      signal.addEventListener("abort", leave, { once: true });
      if (signal.aborted) leave();
    });
    try {
      return await Promise.race([fill.result, left]);
    } finally {
      signal.removeEventListener("abort", leave);
      fill.sinks.delete(sink);
      fill.waiting -= 1;
      if (fill.waiting === 0) fill.controller.abort();
    }
  }

  /** Puts a filled set at `target`, a path that does not exist yet. */
  async materialise(key: string, target: string, how: "links" | "copies", owner: number | undefined): Promise<void> {
    const borrowed = await this.borrow(key);
    try {
      await placeTree(borrowed.folder, target, how, owner);
    } finally {
      borrowed.giveBack();
    }
  }

  /** The stored tree itself, kept from eviction until it is given back. */
  async borrow(key: string): Promise<{ folder: string; giveBack(): void }> {
    this.#inUse.set(key, (this.#inUse.get(key) ?? 0) + 1);
    const now = new Date();
    await utimes(join(this.#folder, key), now, now).catch(() => {});
    return {
      folder: join(this.#folder, key, "node_modules"),
      giveBack: () => {
        const users = (this.#inUse.get(key) ?? 1) - 1;
        if (users === 0) this.#inUse.delete(key);
        else this.#inUse.set(key, users);
      },
    };
  }

  /** Stops installations and waits until they are gone. */
  async close(): Promise<void> {
    const fills = [...this.#fills.values()];
    for (const fill of fills) fill.controller.abort();
    await Promise.allSettled(fills.map((fill) => fill.result));
  }

  #startFill(set: DependencySet, limits: Limits): Fill {
    const controller = new AbortController();
    const sinks = new Set<InstallSink>();
    const sink: InstallSink = (stream, text) => {
      for (const each of sinks) each(stream, text);
    };
    const result = this.#install(set, limits, sink, controller.signal).finally(() => {
      if (this.#fills.get(set.key) === fill) this.#fills.delete(set.key);
    });
    const fill: Fill = { sinks, waiting: 0, controller, result };
    // A caller that comes after the last one left must not join an installation that is being stopped.
    controller.signal.addEventListener("abort", () => {
      if (this.#fills.get(set.key) === fill) this.#fills.delete(set.key);
    });
    result.catch(() => {});
    this.#fills.set(set.key, fill);
    return fill;
  }

  async #install(set: DependencySet, limits: Limits, sink: InstallSink, signal: AbortSignal): Promise<ProcessResult> {
    const root = join(this.#folder, `.filling-${process.pid}-${crypto.randomUUID()}`);
    try {
      const options = { ...this.#options, root };
      const result =
        set.manager === "npm"
          ? await installTree(options, set, limits, sink, signal)
          : await this.#installWithPnpm(options, set, limits, sink, signal);
      if (result.outcome !== "passed") return result;
      const ready = join(root, "ready");
      await mkdir(join(root, "work", "node_modules"), { recursive: true });
      await mkdir(ready, { mode: 0o755 });
      await rename(join(root, "work", "node_modules"), join(ready, "node_modules"));
      const bytes = await sealTree(join(ready, "node_modules"));
      await writeFile(join(ready, "bytes"), String(bytes));
      if (signal.aborted) return { ...result, outcome: "cancelled" };
      await this.#makeRoom(bytes);
      await rename(ready, join(this.#folder, set.key)).catch((error: unknown) => {
        // Another builder was faster.
        if (!this.isWarm(set.key)) throw error;
      });
      return result;
    } finally {
      await removeTree(root);
    }
  }

  /** pnpm is a package like others: it comes from the registry, once. */
  async #installWithPnpm(
    options: InstallOptions,
    set: DependencySet,
    limits: Limits,
    sink: InstallSink,
    signal: AbortSignal,
  ): Promise<ProcessResult> {
    const tool = describeDependencies(pnpmManifest.packageJson, pnpmManifest.lockfile);
    const got = await this.fill(tool, limits, sink, signal);
    if (got.outcome !== "passed") return got;
    const borrowed = await this.borrow(tool.key);
    try {
      return await installWithPnpm({ ...options, pnpm: join(borrowed.folder, "pnpm") }, set, limits, sink, signal);
    } finally {
      borrowed.giveBack();
    }
  }

  async #makeRoom(bytes: number): Promise<void> {
    const sets: { key: string; bytes: number; usedAt: number }[] = [];
    for (const key of await readdir(this.#folder)) {
      if (key.startsWith(".")) continue;
      const folder = join(this.#folder, key);
      const size = Number(await readFile(join(folder, "bytes"), "utf8").catch(() => "0"));
      const usedAt = await stat(folder).then(
        (entry) => entry.mtimeMs,
        () => 0,
      );
      sets.push({ key, bytes: size, usedAt });
    }
    let total = sets.reduce((sum, set) => sum + set.bytes, bytes);
    for (const set of sets.toSorted((a, b) => a.usedAt - b.usedAt)) {
      if (total <= this.#options.maxBytes) return;
      if (this.#inUse.has(set.key)) continue;
      // Out of the way first: a half-removed set must never be taken for a whole one.
      const gone = join(this.#folder, `.evicted-${process.pid}-${crypto.randomUUID()}`);
      await rename(join(this.#folder, set.key), gone);
      await removeTree(gone);
      total -= set.bytes;
    }
  }
}
