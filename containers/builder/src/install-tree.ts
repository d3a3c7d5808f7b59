// One `npm ci` in a sandbox with network: foreign packages are unpacked there, none of their scripts runs.
import { execFile } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { chown, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import type { OutputStream } from "./log-lines.ts";
import { removeTree } from "./remove-tree.ts";
import { runProcess, type Limits, type ProcessResult } from "./run-process.ts";
import { prepareRoot, type Sandbox } from "./sandbox.ts";

export type InstallSink = (stream: OutputStream, text: string) => void;

export interface InstallOptions {
  sandbox: Sandbox;
  npm: Npm;
  /** Where to work; emptied first. `work/node_modules` is the result. */
  root: string;
}

/** npm's own package folder and what it needs to reach the registry from a clean environment. */
export interface Npm {
  folder: string;
  env: Record<string, string>;
}

const attempts = 3;
/** A registry that is down is noticed in seconds: trying longer is the business of whoever asked for the build. */
const registryPatience = {
  npm_config_fetch_retries: "1",
  npm_config_fetch_retry_mintimeout: "1000",
  npm_config_fetch_retry_maxtimeout: "5000",
};
const registryHiccup =
  /\b(ECONNRESET|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EAI_AGAIN|ERR_SOCKET_TIMEOUT|EINTEGRITY|E429|E50[0234])\b|socket hang up|network timeout/;
/** Uid of installations, clear of the builds' own. */
const installUid = 64_099;

/** Next to the running node, else on PATH. */
export async function findNpm(): Promise<Npm | undefined> {
  const folders = [dirname(process.execPath), ...(process.env["PATH"] ?? "").split(delimiter)];
  const candidates = folders.flatMap((folder) => [
    join(folder, "npm"),
    join(folder, "../lib/node_modules/npm/bin/npm-cli.js"),
    join(folder, "node_modules/npm/bin/npm-cli.js"),
  ]);
  for (const candidate of candidates) {
    if (!existsSync(candidate)) continue;
    const cli = realpathSync(candidate);
    if (!cli.endsWith("npm-cli.js")) continue;
    return { folder: dirname(dirname(cli)), env: await registryEnvironment(cli) };
  }
  return undefined;
}

/** The registry and its certificates may be set in a configuration file the sandbox cannot read. */
async function registryEnvironment(cli: string): Promise<Record<string, string>> {
  const env: Record<string, string> = { ...registryPatience };
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"]) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  for (const name of ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"]) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  for (const name of ["registry", "cafile"]) {
    const value = await new Promise<string>((resolve) => {
      execFile(process.execPath, [cli, "config", "get", name], (error, stdout) =>
        resolve(error === null ? stdout.trim() : ""),
      );
    });
    if (value !== "" && value !== "null" && value !== "undefined") env[`npm_config_${name}`] = value;
  }
  return env;
}

/** Installs into `root`/work/node_modules, again after a registry hiccup. Durations and CPU add up over the attempts. */
export async function installTree(
  options: InstallOptions,
  files: { packageJson: string; lockfile: string },
  limits: Limits,
  sink: InstallSink,
  signal: AbortSignal,
): Promise<ProcessResult> {
  const { sandbox, npm, root } = options;
  const owner = sandbox.ownerUid(installUid);
  const total: ProcessResult = {
    outcome: "failed",
    exitCode: null,
    durationMs: 0,
    peakMemoryBytes: 0,
    cpuMs: 0,
  };
  for (let attempt = 1; ; attempt++) {
    await removeTree(root);
    prepareRoot(root, owner);
    for (const [name, text] of [
      ["package.json", files.packageJson],
      ["package-lock.json", files.lockfile],
    ] as const) {
      await writeFile(join(root, "work", name), text);
      if (owner !== undefined) await chown(join(root, "work", name), owner, owner);
    }
    const extra = { npm: npm.folder };
    const cli = `${sandbox.extraPath({ root, extra }, "npm")}/bin/npm-cli.js`;
    const quiet = ["--no-audit", "--no-fund", "--no-update-notifier"];
    let hiccup = false;
    const result = await runProcess(
      sandbox,
      {
        root,
        command: ["node", cli, "ci", "--ignore-scripts", ...quiet],
        env: npm.env,
        network: true,
        uid: installUid,
        extra,
      },
      { ...limits, timeoutMs: Math.max(1, limits.timeoutMs - total.durationMs) },
      (stream, text) => {
        hiccup ||= registryHiccup.test(text);
        sink(stream, text);
      },
      signal,
    );
    total.outcome = result.outcome;
    total.exitCode = result.exitCode;
    total.durationMs += result.durationMs;
    total.cpuMs += result.cpuMs;
    total.peakMemoryBytes = Math.max(total.peakMemoryBytes, result.peakMemoryBytes);
    if (result.outcome !== "failed" || !hiccup || attempt === attempts) return total;
    sink("stderr", `The package registry did not answer well; attempt ${attempt + 1} of ${attempts}.`);
  }
}
