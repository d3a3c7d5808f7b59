// Random valid PRDs → scaffolds: do all of them pass types, lint and their own tests; does a sample build as well, with
// the real builder, and answer its API from a preview? Options: --stack edge|next (edge), --count N (200), --sample N (20),
// --seed N, --only I,J (indexes of one seed, all built), --release N (0): how many of the sample go through the stack's
// release steps as well.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { startTestBuilder, type TestBuilder } from "#builder/builder.fixture.ts";
import { arbitraryPrd } from "#engine/prd/arbitrary.ts";
import { prdSchema } from "#engine/prd/schema.ts";
import { type Stack, type StackId, stackIds } from "#engine/stacks/stack.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import { PreviewProcess } from "./preview/preview-process.ts";
import type { Benchmark } from "./run.ts";
import { buildApps, driveApp, type Made } from "./scaffold/build-apps.ts";
import { checkBatch } from "./scaffold/check-batch.ts";
import { type Failure, report, type Scaffold } from "./scaffold/scaffold.ts";
import { round } from "./statistics.ts";

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
      failures.push(...(await buildApps(stack, chosen, { release, builder, drive })));
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
          apps: chosen.length - buildFailures,
          passed: chosen.length - buildFailures - driveFailures,
          rate: rate(driveFailures, chosen.length - buildFailures),
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

/** The installed dependencies of every app, from the builder's store. */
async function warmModules(stack: Stack, builder: TestBuilder): Promise<string> {
  const response = await builder.call("/stores", { method: "POST", body: JSON.stringify(stack.manifest) });
  if (!response.ok) throw new Error(`The dependencies could not be installed: ${await response.text()}`);
  const { key } = (await response.json()) as { key: string };
  return resolve(".state/test-store", key, "node_modules");
}
