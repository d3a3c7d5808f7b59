// Scaffolds through the real builder, and their APIs from the preview that shows what it made.
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import type { TestBuilder } from "#builder/builder.fixture.ts";
import type { Stack } from "#engine/stacks/stack.ts";
import { driveRecords } from "../generated/drive-records.ts";
import type { PreviewProcess } from "../preview/preview-process.ts";
import { type Failure, report, type Scaffold } from "./scaffold.ts";
import { writeTree } from "./write-tree.ts";

export type Made = ReadonlyMap<string, Uint8Array>;

interface BuildOptions {
  release: number;
  builder: TestBuilder;
  /** What it finds wrong with an app that was built. */
  drive: ((scaffold: Scaffold, made: Made) => Promise<string[]>) | null;
}

/** Two at a time, as the builder does by default. */
export async function buildApps(
  stack: Stack,
  scaffolds: readonly Scaffold[],
  options: BuildOptions,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  const waiting = [...scaffolds];
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const isRelease = scaffolds.indexOf(next) < options.release;
      await buildOne(stack, next, isRelease, options, failures);
      done += 1;
      console.error(`built and tested: ${done} of ${scaffolds.length}`);
    }
  };
  await Promise.all([worker(), worker()]);
  return failures;
}

async function buildOne(
  stack: Stack,
  scaffold: Scaffold,
  isRelease: boolean,
  { builder, drive }: BuildOptions,
  failures: Failure[],
): Promise<void> {
  const { serverEntry, serverDir, assetsDir, migrationsDir } = stack.artefact;
  const steps = [...stack.buildSteps, ...stack.testSteps.filter(({ name }) => name !== "install")];
  const { index, files } = scaffold;
  const runs = [
    { what: "app", steps },
    ...(isRelease && stack.releaseSteps ? [{ what: "release", steps: stack.releaseSteps }] : []),
  ];
  for (const run of runs) {
    const buildId = `scaffold-${index}-${run.what}`;
    const finished = await builder.build({
      buildId,
      files: Object.fromEntries([...files].map(([path, text]) => [path, { text }])),
      steps: [...run.steps],
      artefact: run.what === "app" ? [serverDir ?? serverEntry, assetsDir, migrationsDir] : [],
    });
    const hasSucceeded = finished.outcome === "succeeded";
    if (drive && run.what === "app" && hasSucceeded) {
      const problems = await drive(scaffold, await download(builder, buildId, finished.artefact));
      if (problems.length > 0) report(failures, { index, step: "preview", message: problems.join("\n") });
    }
    await builder.call(`/builds/${buildId}`, { method: "DELETE" });
    if (hasSucceeded) continue;
    const bad = finished.steps.filter(({ outcome }) => outcome !== "passed" && outcome !== "cancelled");
    for (const { step, outcome } of bad) {
      const log = finished.events.flatMap((event) => (event.type === "log" && event.step === step ? [event.text] : []));
      report(failures, { index, step: `${run.what} ${step}`, message: `${outcome}\n${interesting(log.join("\n"))}` });
    }
    if (bad.length === 0) {
      report(failures, { index, step: `${run.what} builder`, message: finished.error ?? finished.outcome });
    }
  }
}

async function download(
  builder: TestBuilder,
  buildId: string,
  artefact: readonly { path: string }[],
): Promise<Map<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  for (const { path } of artefact) {
    const place = path.split("/").map(encodeURIComponent).join("/");
    const response = await builder.call(`/builds/${buildId}/artefact/${place}`);
    made.set(path, new Uint8Array(await response.arrayBuffer()));
  }
  return made;
}

/** Its API from an isolate of the preview, with an empty database. */
export async function driveApp(
  stack: Stack,
  { index, files }: Scaffold,
  made: Made,
  { previews, scratch, modules }: { previews: PreviewProcess; scratch: string; modules: string },
): Promise<string[]> {
  const folder = join(scratch, `drive-${index}`);
  writeTree(folder, files);
  symlinkSync(modules, join(folder, "node_modules"));
  const withoutExamples = new Map([...made].filter(([path]) => path !== stack.artefact.seedFile));
  const app = await previews.show(`prj_scaffold${index}:preview`, withoutExamples, stack.artefact);
  try {
    return await driveRecords(app, folder);
  } catch (error) {
    return [String(error)];
  } finally {
    await app.destroy();
  }
}

/** The part of a log that says what went wrong: from its first complaint on. */
function interesting(log: string): string {
  const at = Math.max(0, log.search(/\bFAIL\b|\berror\b/));
  return log.slice(at, at + 3_000);
}
