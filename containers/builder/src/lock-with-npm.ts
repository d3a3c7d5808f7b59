// npm resolves a package.json from the registry, in a sandbox with network, and writes manifest and lockfile alone: nothing is
// unpacked and no script runs.
import { chown, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Npm } from "./install-tree.ts";
import { removeTree } from "./remove-tree.ts";
import { runProcess } from "./run-process.ts";
import { prepareRoot, type Sandbox } from "./sandbox.ts";

const limits = { timeoutMs: 120_000, memoryBytes: 2 * 2 ** 30, outputBytes: 2 ** 20 };
const uid = 64_098;

export interface LockOptions {
  sandbox: Sandbox;
  npm: Npm;
  /** Where to work; emptied before and removed afterwards. */
  root: string;
}

export type Locked = { ok: true; packageJson: string; lockfile: string } | { ok: false; reason: string };

/** `args`: of `npm install`. A `lockfile` of null is made from nothing. */
export async function lockWithNpm(
  { sandbox, npm, root }: LockOptions,
  files: { packageJson: string; lockfile: string | null },
  args: readonly string[],
  signal: AbortSignal,
): Promise<Locked> {
  const owner = sandbox.ownerUid(uid);
  await removeTree(root);
  prepareRoot(root, owner);
  try {
    for (const [name, text] of [
      ["package.json", files.packageJson],
      ["package-lock.json", files.lockfile],
    ] as const) {
      if (text === null) continue;
      await writeFile(join(root, "work", name), text);
      if (owner !== undefined) await chown(join(root, "work", name), owner, owner);
    }
    const extra = { npm: npm.folder };
    const cli = `${sandbox.extraPath({ root, extra }, "npm")}/bin/npm-cli.js`;
    const flags = ["--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"];
    const output: string[] = [];
    const result = await runProcess(
      sandbox,
      { root, command: ["node", cli, "install", ...flags, ...args], env: npm.env, network: true, uid, extra },
      limits,
      (_stream, text) => output.push(text),
      signal,
    );
    if (result.outcome !== "passed")
      return { ok: false, reason: `(${result.outcome}): ${output.join("\n").slice(-1_500)}` };
    return {
      ok: true,
      packageJson: await readFile(join(root, "work", "package.json"), "utf8"),
      lockfile: await readFile(join(root, "work", "package-lock.json"), "utf8"),
    };
  } finally {
    await removeTree(root);
  }
}
