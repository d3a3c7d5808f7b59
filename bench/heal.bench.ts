// Broken apps and what healing makes of them without a model: how well faults are told apart, how many apps are repaired, at
// what cost, and whether a repair ever breaks something else. From what was recorded of the real builder.
//   --verify        what is not recorded is built (and recorded)
//   --capture       apps that are missing or whose scaffold has changed are broken and built again
//   --half NAME     development or held-out alone
//   --for SECONDS   stops building after that; what was built is kept
//   --list          each app that is not repaired
import { resolve } from "node:path";
import { startTestBuilder, type TestBuilder } from "#builder/builder.fixture.ts";
import { type Half, halves } from "./heal/broken-app.ts";
import { captureHalf } from "./heal/capture.ts";
import { cacheFigures } from "./heal/cache-figures.ts";
import { type BrokenRecord, readCorpus, writeCorpus } from "./heal/corpus-file.ts";
import { classification, repairs } from "./heal/figures.ts";
import { replay, type Replayed } from "./heal/replay.ts";
import type { Benchmark } from "./run.ts";

export const benchmark: Benchmark = {
  async run(options) {
    const has = (name: string): boolean => options.includes(name);
    const option = (name: string): string | undefined => (has(name) ? options[options.indexOf(name) + 1] : undefined);
    const until = Date.now() + Number(option("--for") ?? 86_400) * 1_000;
    const chosen = (Object.keys(halves) as Half[]).filter((half) => (option("--half") ?? half) === half);
    const builds = has("--verify") || has("--capture");
    const builder = builds
      ? await startTestBuilder({ storeDir: process.env["STORE_DIR"] ?? resolve(".state/test-store") })
      : null;
    try {
      if (builder !== null && has("--capture")) await captureAll(builder, chosen, until);
      if (has("--capture") && !has("--verify")) {
        return Object.fromEntries(chosen.map((half) => [half, { apps: readCorpus(half).length }]));
      }
      const figures: Record<string, unknown> = {};
      for (const half of chosen) {
        figures[half] = await measureHalf(half, has("--verify") ? builder : null, until, has("--list"));
      }
      return figures;
    } finally {
      await builder?.close();
    }
  },
};

/** Both halves by turns, so that they stay in proportion when the time is up. */
async function captureAll(builder: TestBuilder, chosen: readonly Half[], until: number): Promise<void> {
  for (let share = 0.1; share <= 1.001; share += 0.1) {
    for (const half of chosen) await captureHalf(builder, half, Math.round(halves[half].apps * share), until);
  }
}

async function measureHalf(half: Half, builder: TestBuilder | null, until: number, list: boolean) {
  const records = readCorpus(half);
  const replayed: (Replayed & { record: BrokenRecord })[] = [];
  let next = 0;
  let stale = 0;
  const worker = async (): Promise<void> => {
    for (let record = records[next]; record !== undefined; record = records[next]) {
      const at = next;
      next += 1;
      const found = await replay(record, Date.now() < until ? builder : null);
      if (found === null) {
        stale += 1;
        continue;
      }
      // A run that no repair comes by any more is forgotten.
      records[at] = { ...record, runs: found.runs };
      const had = new Set(record.runs.map(({ tree }) => tree));
      if (builder !== null && found.runs.some(({ tree }) => !had.has(tree))) writeCorpus(half, records);
      replayed.push({ ...found, record });
      if (list && found.healed.end !== "green") {
        const { seed, stack, faults } = record;
        console.error(`${seed} ${stack} ${faults.join(" + ")}: ${found.healed.end} ${found.healed.means.join(", ")}`);
      }
    }
  };
  // As many as the builder runs by default.
  await Promise.all([worker(), worker()]);
  return {
    apps: records.length,
    stale,
    classification: classification(records),
    repairs: repairs(replayed),
    // It needs no builder, and takes a while.
    ...(builder === null && { cache: cacheFigures(replayed) }),
  };
}
