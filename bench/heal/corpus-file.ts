// The corpus as it is kept: for each seed what was broken, and what the real builder printed, round after round. Scaffolds
// are made again from the seed. One app a line, so that a new capture changes the lines of the apps it touched.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Half } from "./broken-app.ts";
import { patchSchema } from "./patch.ts";

const runSchema = z.strictObject({
  /** Of what differs from the scaffold, and of packages that were added. */
  tree: z.string(),
  /** Steps that did not pass, with what they printed. None: everything passed, the app's tests too. */
  failed: z.record(z.string(), z.strictObject({ outcome: z.string(), text: z.string() })),
  seconds: z.number(),
});
export type Run = z.infer<typeof runSchema>;

const recordSchema = z.strictObject({
  seed: z.int(),
  attempt: z.int(),
  stack: z.enum(["edge", "next"]),
  faults: z.array(z.string()),
  patch: patchSchema,
  /** The first is of the broken app itself. */
  runs: z.array(runSchema).min(1).readonly(),
});
export type BrokenRecord = z.infer<typeof recordSchema>;

const fileOf = (half: Half): string => join(import.meta.dirname, "corpus", `${half}.jsonl`);

export function readCorpus(half: Half): BrokenRecord[] {
  if (!existsSync(fileOf(half))) return [];
  return readFileSync(fileOf(half), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => recordSchema.parse(JSON.parse(line)));
}

export function writeCorpus(half: Half, records: readonly BrokenRecord[]): void {
  const lines = records.toSorted((one, other) => one.seed - other.seed).map((record) => `${JSON.stringify(record)}\n`);
  writeFileSync(fileOf(half), lines.join(""));
}

const unnoticedFile = join(import.meta.dirname, "corpus", "unnoticed.json");

/** Seeds whose faults no step noticed, with the digests of the trees that were tried. */
export function readUnnoticed(): Map<number, string> {
  if (!existsSync(unnoticedFile)) return new Map();
  const kept = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(unnoticedFile, "utf8")));
  return new Map(Object.entries(kept).map(([seed, trees]) => [Number(seed), trees]));
}

export function writeUnnoticed(unnoticed: ReadonlyMap<number, string>): void {
  const sorted = [...unnoticed].toSorted(([one], [other]) => one - other);
  writeFileSync(
    unnoticedFile,
    `${JSON.stringify(Object.fromEntries(sorted), null, 2)}
`,
  );
}
