// The `browser` step: checks/main.ts beside Chromium in the build's sandbox, under the build's own uid and without network.
import { constants, existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findChromium } from "./checks/find-chromium.ts";
import { browserOutcomeSchema, type BrowserOutcome, type CheckPlan } from "./checks/report.ts";
import { runProcess, type Limits, type ProcessResult } from "./run-process.ts";
import type { Launch, Sandbox } from "./sandbox.ts";

export interface BrowserTools {
  chromium: string;
  /** The folder of checks/main.ts, or of its bundle in the image. */
  folder: string;
  entry: string;
  /** The node_modules that holds playwright-core, axe-core and Lighthouse. */
  modules: string;
}

const largestReport = 2 * 1024 * 1024;

/** A sentence for the user where something is missing. */
export function findBrowserTools(): BrowserTools | string {
  const chromium = findChromium();
  if (chromium === undefined) return "No Chromium is installed on the machine that builds.";
  const folder = join(import.meta.dirname, "checks");
  const entry = ["main.ts", "main.mjs"].find((name) => existsSync(join(folder, name)));
  if (entry === undefined) return "This builder was installed without its browser checks.";
  try {
    const manifest = createRequire(join(folder, entry)).resolve("playwright-core/package.json");
    return { chromium, folder, entry, modules: dirname(dirname(manifest)) };
  } catch {
    return "playwright-core is not installed beside the builder.";
  }
}

export async function runBrowserStep(
  sandbox: Sandbox,
  tools: BrowserTools | string,
  plan: CheckPlan,
  launch: Omit<Launch, "command" | "network" | "extra">,
  limits: Limits,
  sink: (stream: "stdout" | "stderr", text: string) => void,
  signal: AbortSignal,
): Promise<{ result: ProcessResult; outcome: BrowserOutcome | undefined }> {
  if (typeof tools === "string") {
    const nothing = { exitCode: 0, durationMs: 0, peakMemoryBytes: 0, cpuMs: 0 };
    return { result: { ...nothing, outcome: "passed" }, outcome: { kind: "skipped", reason: tools } };
  }
  const extra = { checks: tools.folder, node_modules: tools.modules };
  const { root } = launch;
  const script = join(sandbox.extraPath({ root, extra }, "checks"), tools.entry);
  const target = join(sandbox.inside(root), "home", "outcome.json");
  const result = await runProcess(
    sandbox,
    {
      ...launch,
      extra,
      network: false,
      command: ["node", script, JSON.stringify(plan), tools.chromium, target],
    },
    limits,
    sink,
    signal,
  );
  if (result.outcome !== "passed") return { result, outcome: undefined };
  const outcome = browserOutcomeSchema.safeParse(await readReport(join(root, "home", "outcome.json")));
  if (outcome.success) return { result, outcome: outcome.data };
  sink("stderr", "The checks left a report that cannot be read.");
  return { result: { ...result, outcome: "failed" }, outcome: undefined };
}

/** The app could have put anything there, a link as well. */
async function readReport(path: string): Promise<unknown> {
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const entry = await handle.stat();
      if (!entry.isFile() || entry.size > largestReport) return undefined;
      return JSON.parse(await handle.readFile("utf8"));
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}
