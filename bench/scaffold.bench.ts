// Random valid PRDs → scaffolds: do all of them pass types, lint and their own tests, and does a sample build as well,
// with the real builder, and answers its API from a preview? Options: --stack edge|next (edge), --count N (200), --sample N (20), --seed N, --only I,J (indexes
// of one seed, all built), --release N (0): how many of the sample go through the stack's release steps as well.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import fc from "fast-check";
import { z } from "zod";
import { startTestBuilder, type TestBuilder } from "#builder/builder.fixture.ts";
import { arbitraryPrd } from "#engine/prd/arbitrary.ts";
import { type Prd, prdSchema } from "#engine/prd/schema.ts";
import { driveRecords } from "./generated/drive-records.ts";
import { PreviewProcess } from "./preview/preview-process.ts";
import { type FileTree, type Stack, type StackId, stackIds } from "#engine/stacks/stack.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import type { Benchmark } from "./run.ts";
import { round } from "./statistics.ts";

interface Scaffold {
  /** Index in the values of the seed; with the seed it names the PRD. */
  index: number;
  prd: Prd;
  files: FileTree;
}

interface Failure {
  index: number;
  step: string;
  message: string;
}

const testResultsSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** Trees that one compiler checks as one program, so that the libraries' types are read once for all of them. */
const batchSize = 20;
const defaultSeed = 20_261_121;

export const benchmark: Benchmark = {
  async run(options) {
    const { stack, seed, count, only, sample, release } = readOptions(options);
    const failures: Failure[] = [];
    const scaffolds = generate(stack, seed, count, only, failures);
    const builder = await startTestBuilder({ storeDir: resolve(".state/test-store") });
    const previews = sample > 0 ? await PreviewProcess.start() : null;
    const scratch = mkdtempSync(join(tmpdir(), "nexusgen-scaffold-"));
    try {
      const modules = await warmModules(stack, builder);
      const checkBegin = performance.now();
      for (let at = 0; at < scaffolds.length; at += batchSize) {
        failures.push(
          ...(await checkBatch(stack, scaffolds.slice(at, at + batchSize), join(scratch, `batch-${at}`), modules)),
        );
        console.error(`types, lint and tests: ${Math.min(at + batchSize, scaffolds.length)} of ${scaffolds.length}`);
      }
      const checkMs = performance.now() - checkBegin;
      const buildBegin = performance.now();
      const chosen = spread(scaffolds, sample);
      const drive =
        previews &&
        ((scaffold: Scaffold, made: Made) => driveApp(stack, scaffold, made, { previews, scratch, modules }));
      failures.push(...(await buildAll(stack, chosen, { release, builder, drive })));
      const failing = (steps: readonly string[]): number =>
        new Set(failures.filter(({ step }) => steps.includes(step)).map(({ index }) => index)).size;
      const rate = (bad: number, all: number): number => (all === 0 ? 1 : (all - bad) / all);
      const checkFailures = failing(["generate", "types", "lint", "test"]);
      const stepNames = ["install", "types", "lint", "build", "test", "builder"];
      const buildFailures = failing(["app", "release"].flatMap((run) => stepNames.map((step) => `${run} ${step}`)));
      const driveFailures = failing(["preview"]);
      return {
        stack: stack.id,
        seed,
        scaffolds: count,
        models: scaffolds.reduce((sum, { prd }) => sum + prd.models.length, 0),
        checked: { passed: count - checkFailures, rate: rate(checkFailures, count), seconds: round(checkMs / 1_000) },
        built: {
          apps: chosen.length,
          passed: chosen.length - buildFailures,
          rate: rate(buildFailures, chosen.length),
          seconds: round((performance.now() - buildBegin) / 1_000),
        },
        driven: {
          apps: chosen.length,
          passed: chosen.length - driveFailures,
          rate: rate(driveFailures, chosen.length),
        },
        failures: failures.map((failure) => ({ ...failure, message: failure.message.slice(0, 300) })),
      };
    } finally {
      await previews?.stop();
      await builder.close();
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};

function readOptions(options: readonly string[]) {
  const option = (name: string): string | undefined =>
    options.includes(name) ? options[options.indexOf(name) + 1] : undefined;
  const only = option("--only")?.split(",").map(Number);
  const stackId = option("--stack") ?? "edge";
  if (!(stackIds as readonly string[]).includes(stackId)) throw new Error(`There is no stack "${stackId}".`);
  return {
    stack: stackFor(stackId as StackId),
    release: Number(option("--release") ?? 0),
    seed: Number(option("--seed") ?? defaultSeed),
    count: only?.length ?? Number(option("--count") ?? 200),
    only,
    sample: only?.length ?? Number(option("--sample") ?? 20),
  };
}

function generate(
  stack: Stack,
  seed: number,
  count: number,
  only: readonly number[] | undefined,
  failures: Failure[],
): Scaffold[] {
  const indexes = only ?? Array.from({ length: count }, (_, at) => at);
  const values = fc.sample(arbitraryPrd, { seed, numRuns: Math.max(...indexes) + 1 });
  return indexes.flatMap((index) => {
    try {
      const prd = prdSchema.parse(values[index]);
      return [{ index, prd, files: stack.generate(prd) }];
    } catch (error) {
      report(failures, { index, step: "generate", message: String(error) });
      return [];
    }
  });
}

/** Every n-th, from the first to the last. */
function spread(scaffolds: readonly Scaffold[], wanted: number): Scaffold[] {
  if (wanted >= scaffolds.length) return [...scaffolds];
  return Array.from({ length: wanted }, (_, at) => scaffolds[Math.floor((at * scaffolds.length) / wanted)]).filter(
    (scaffold) => scaffold !== undefined,
  );
}

function report(failures: Failure[], failure: Failure): void {
  failures.push(failure);
  console.error(`${failure.index}: ${failure.step}: ${failure.message}`);
}

/** The installed dependencies of every app, from the builder's store. */
async function warmModules(stack: Stack, builder: TestBuilder): Promise<string> {
  const response = await builder.call("/stores", { method: "POST", body: JSON.stringify(stack.manifest) });
  if (!response.ok) throw new Error(`The dependencies could not be installed: ${await response.text()}`);
  const { key } = (await response.json()) as { key: string };
  return resolve(".state/test-store", key, "node_modules");
}

function writeTree(folder: string, files: FileTree): void {
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Types, lint and tests of some trees under one node_modules, by the configuration that every one of them brings. */
async function checkBatch(
  stack: Stack,
  scaffolds: readonly Scaffold[],
  folder: string,
  modules: string,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const [at, { index, files }] of scaffolds.entries()) {
    // What one of them declares for the whole program holds for all of them.
    const checked = [...files].filter(([path]) => at === 0 || !path.endsWith(".d.ts"));
    writeTree(join(folder, `app-${index}`), new Map(checked));
  }
  symlinkSync(modules, join(folder, "node_modules"));
  const config = JSON.parse(scaffolds[0]?.files.get("tsconfig.json") ?? "{}") as { include?: string[] };
  const include = scaffolds.flatMap(({ index }) => (config.include ?? []).map((path) => `app-${index}/${path}`));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...config, include }));
  const stepCommand = (name: string): string[] => stack.buildSteps.find((step) => step.name === name)?.command ?? [];
  for (const step of ["types", "lint"] as const) {
    // The linter would read what the symbolic link leads to, so it is told where to look.
    const paths = step === "lint" ? scaffolds.map(({ index }) => `app-${index}`) : [];
    const { code, output } = await execute([...stepCommand(step), ...paths], folder);
    if (code === 0) continue;
    const blamed = scaffolds.filter(({ index }) => output.includes(`app-${index}/`));
    for (const { index } of blamed) {
      const lines = output.split("\n").filter((line) => line.includes(`app-${index}/`));
      const at = output.indexOf(`app-${index}/`);
      report(failures, {
        index,
        step,
        message: step === "types" ? lines.slice(0, 5).join("\n") : output.slice(Math.max(0, at - 300), at + 300),
      });
    }
    if (blamed.length === 0) throw new Error(`${step} failed without naming a tree: ${output.slice(0, 2_000)}`);
  }
  for (const failure of await testBatch(stack, scaffolds, folder)) report(failures, failure);
  rmSync(folder, { recursive: true, force: true });
  return failures;
}

/** The apps' own tests, in one process, so that the libraries are loaded once for all of them. */
async function testBatch(stack: Stack, scaffolds: readonly Scaffold[], folder: string): Promise<Failure[]> {
  const config = scaffolds[0]?.files.get("vitest.config.ts") ?? "";
  writeFileSync(join(folder, "vitest.config.ts"), config.replace('"tests/', '"app-*/tests/'));
  const command = stack.testSteps.find((step) => step.name === "test")?.command ?? [];
  const { output } = await execute([...command, "--reporter=json", "--outputFile=results.json"], folder);
  const file = join(folder, "results.json");
  if (!existsSync(file)) throw new Error(`The tests wrote no results: ${output.slice(0, 2_000)}`);
  const { testResults } = testResultsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return scaffolds.flatMap(({ index }): Failure[] => {
    const own = testResults.filter(({ name }) => name.includes(`/app-${index}/`));
    if (own.length === 0) return [{ index, step: "test", message: "no test ran" }];
    const messages = own.flatMap(({ name, status, message, assertionResults }) => [
      ...(status === "failed" && assertionResults.length === 0 ? [`${name}: ${message ?? ""}`] : []),
      ...assertionResults
        .filter((test) => test.status === "failed")
        .map((test) => `${test.fullName}: ${(test.failureMessages ?? []).join(" ").slice(0, 600)}`),
    ]);
    return messages.length === 0 ? [] : [{ index, step: "test", message: messages.slice(0, 4).join("\n") }];
  });
}

function execute(command: readonly string[], folder: string): Promise<{ code: number; output: string }> {
  const path = `${join(folder, "node_modules/.bin")}:${process.env["PATH"] ?? ""}`;
  return new Promise((settle, reject) => {
    const child = spawn(command[0] ?? "", command.slice(1), { cwd: folder, env: { ...process.env, PATH: path } });
    let output = "";
    child.stdout.on("data", (data: Buffer) => (output += data.toString()));
    child.stderr.on("data", (data: Buffer) => (output += data.toString()));
    child.on("error", reject);
    child.on("close", (code) => settle({ code: code ?? 1, output }));
  });
}

type Made = ReadonlyMap<string, Uint8Array>;

interface BuildOptions {
  release: number;
  builder: TestBuilder;
  /** What it finds wrong with an app that was built. */
  drive: ((scaffold: Scaffold, made: Made) => Promise<string[]>) | null;
}

/** Two at a time, as the builder does by default. */
async function buildAll(stack: Stack, scaffolds: readonly Scaffold[], options: BuildOptions): Promise<Failure[]> {
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
async function driveApp(
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
