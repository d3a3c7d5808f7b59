// Broken apps through the real builder, until all of a half are there or the time is up. What is there stays, unless its
// scaffold has changed since.
import type { TestBuilder } from "#builder/builder.fixture.ts";
import { type BrokenApp, breakApp, type Half, halves, rebuildApp } from "./broken-app.ts";
import { type BrokenRecord, readCorpus, readUnnoticed, writeCorpus, writeUnnoticed } from "./corpus-file.ts";
import { makePatch } from "./patch.ts";
import { runApp } from "./run-app.ts";
import { digestOf } from "./tree-digest.ts";

/** A fault that nobody notices is drawn again, so often at most. */
const attempts = 3;

/** Until there are as many as asked for. How many are there afterwards. */
export async function captureHalf(builder: TestBuilder, half: Half, apps: number, until: number): Promise<number> {
  const records = new Map(readCorpus(half).map((record) => [record.seed, record]));
  const unnoticed = readUnnoticed();
  const { from } = halves[half];
  let next = from;
  const worker = async (): Promise<void> => {
    while (Date.now() < until && wholeBefore(records, from, next) < apps) {
      const seed = next;
      next += 1;
      const known = records.get(seed);
      if (known !== undefined && rebuildApp(known) !== null) continue;
      const drawn = drawApps(seed);
      const trees = drawn.map(({ tree }) => tree).join(" ");
      if (unnoticed.get(seed) === trees) continue;
      const record = await captureApp(builder, seed, drawn);
      if (record === null) {
        unnoticed.set(seed, trees);
        writeUnnoticed(unnoticed);
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

interface DrawnApp {
  attempt: number;
  app: BrokenApp;
  tree: string;
}

/** The different apps that a seed's attempts break. */
function drawApps(seed: number): DrawnApp[] {
  const drawn = new Map<string, DrawnApp>();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const app = breakApp(seed, attempt);
    const tree = app === null ? "" : digestOf(app.scaffold, app.broken, []);
    if (app !== null && !drawn.has(tree)) drawn.set(tree, { attempt, app, tree });
  }
  return [...drawn.values()];
}

/** The first whose fault is noticed. */
async function captureApp(
  builder: TestBuilder,
  seed: number,
  drawn: readonly DrawnApp[],
): Promise<BrokenRecord | null> {
  for (const { attempt, app, tree } of drawn) {
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
