// Broken apps through the real builder, until all of a half are there or the time is up. What is there stays, unless its
// scaffold has changed since.
import type { TestBuilder } from "#builder/builder.fixture.ts";
import { breakApp, type Half, halves, rebuildApp } from "./broken-app.ts";
import { type BrokenRecord, readCorpus, writeCorpus } from "./corpus-file.ts";
import { makePatch } from "./patch.ts";
import { runApp } from "./run-app.ts";
import { digestOf } from "./tree-digest.ts";

/** A fault that nobody notices is drawn again, so often at most. */
const attempts = 3;

/** Seeds of which nothing was noticed, as of this run's scaffolds. */
const unnoticed = new Set<number>();

/** Until there are as many as asked for. How many are there afterwards. */
export async function captureHalf(builder: TestBuilder, half: Half, apps: number, until: number): Promise<number> {
  const records = new Map(readCorpus(half).map((record) => [record.seed, record]));
  const { from } = halves[half];
  let next = from;
  const worker = async (): Promise<void> => {
    while (Date.now() < until && wholeBefore(records, from, next) < apps) {
      const seed = next;
      next += 1;
      const known = records.get(seed);
      if (unnoticed.has(seed) || (known !== undefined && rebuildApp(known) !== null)) continue;
      const record = await captureApp(builder, seed);
      if (record === null) {
        unnoticed.add(seed);
        records.delete(seed);
        console.error(`${seed}: nothing that was broken was noticed`);
        continue;
      }
      records.set(seed, record);
      writeCorpus(half, [...records.values()]);
      const [run] = record.runs;
      const steps = Object.entries(run?.failed ?? {}).map(([step, { outcome }]) => `${step} ${outcome}`);
      console.error(`${seed}: ${record.stack} ${record.faults.join(" + ")}: ${steps.join(", ")} (${run?.seconds} s)`);
    }
  };
  // As many as the builder runs by default.
  await Promise.all([worker(), worker()]);
  return records.size;
}

/** Seeds in a row, but for those that broke nothing. */
const wholeBefore = (records: ReadonlyMap<number, BrokenRecord>, from: number, seed: number): number =>
  [...records.keys()].filter((each) => each >= from && each < seed).length;

async function captureApp(builder: TestBuilder, seed: number): Promise<BrokenRecord | null> {
  const seen = new Set<string>();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const app = breakApp(seed, attempt);
    const tree = app === null ? "" : digestOf(app.scaffold, app.broken, []);
    if (app === null || seen.has(tree)) continue;
    seen.add(tree);
    const run = await runApp(builder, app.stack, app.broken);
    if (Object.keys(run.failed).length === 0) continue;
    const faults = app.faults.map(({ kind }) => kind);
    return {
      seed,
      attempt,
      stack: app.stack,
      faults,
      patch: makePatch(app.scaffold, app.broken),
      runs: [{ tree, ...run }],
    };
  }
  return null;
}
