// The other package manager, for installations that npm cannot do: it reads package.json, takes what the lockfile pins where it
// can be imported, and lays the tree out as npm does. None of the packages' scripts runs.
import { chown, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { InstallOptions, InstallSink } from "./install-tree.ts";
import { refuseForeign } from "./refuse-foreign.ts";
import { removeTree } from "./remove-tree.ts";
import { runProcess, type Limits, type ProcessResult } from "./run-process.ts";
import { prepareRoot } from "./sandbox.ts";

const version = "10.34.9";
const integrity = "sha512-9JtajqD97bRLs8DB1ldQkqU8KVDZW3rRXfEfF5dId6LeOgHAfpNOmyjOcW5RwJqUlixzBtCb4uHksYqMh2L9Mg==";
const root = { name: "app", version: "0.0.0", dependencies: { pnpm: version } };

/** What installs pnpm itself. */
export const pnpmManifest = {
  packageJson: JSON.stringify(root),
  lockfile: JSON.stringify({
    lockfileVersion: 3,
    requires: true,
    packages: { "": root, "node_modules/pnpm": { version, integrity, bin: { pnpm: "bin/pnpm.cjs" } } },
  }),
};

/** Uid of its installations, clear of npm's and the builds' own. */
const uid = 64_097;

const flags = [
  "--ignore-scripts",
  "--no-frozen-lockfile",
  "--reporter=append-only",
  "--config.node-linker=hoisted",
  "--config.package-import-method=copy",
  "--config.strict-peer-dependencies=false",
  "--config.fetch-retries=1",
  "--config.manage-package-manager-versions=false",
];

/** Into `root`/work/node_modules. `pnpm`: folder of its package. */
export async function installWithPnpm(
  { sandbox, npm, root: folder, pnpm }: InstallOptions & { pnpm: string },
  files: { packageJson: string; lockfile: string },
  limits: Limits,
  sink: InstallSink,
  signal: AbortSignal,
): Promise<ProcessResult> {
  refuseForeign(files.packageJson);
  const owner = sandbox.ownerUid(uid);
  await removeTree(folder);
  prepareRoot(folder, owner);
  for (const [name, text] of [
    ["package.json", files.packageJson],
    ["package-lock.json", files.lockfile],
  ] as const) {
    await writeFile(join(folder, "work", name), text);
    if (owner !== undefined) await chown(join(folder, "work", name), owner, owner);
  }
  const extra = { pnpm };
  const cli = `${sandbox.extraPath({ root: folder, extra }, "pnpm")}/bin/pnpm.cjs`;
  const run = (args: readonly string[], timeoutMs: number): Promise<ProcessResult> => {
    const command = ["node", cli, ...args];
    const launch = { root: folder, command, env: npm.env, network: true, uid, extra };
    return runProcess(sandbox, launch, { ...limits, timeoutMs }, sink, signal);
  };
  // A lockfile that does not fit cannot be imported: then the versions are those of package.json.
  const imported = await run(["import"], limits.timeoutMs / 2);
  const installed = await run(["install", ...flags], Math.max(1, limits.timeoutMs - imported.durationMs));
  return {
    ...installed,
    durationMs: imported.durationMs + installed.durationMs,
    cpuMs: imported.cpuMs + installed.cpuMs,
    peakMemoryBytes: Math.max(imported.peakMemoryBytes, installed.peakMemoryBytes),
  };
}
