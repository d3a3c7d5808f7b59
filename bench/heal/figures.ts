// The figures of one half of the corpus.
import type { Leaf } from "#engine/heal/classify/taxonomy.ts";
import type { ErrorCategory } from "#engine/heal/diagnosis.ts";
import { median, percentile, round } from "../statistics.ts";
import type { BrokenRecord } from "./corpus-file.ts";
import { diagnose } from "./heal-app.ts";
import { mutations } from "./mutations/mutations.ts";
import type { Replayed } from "./replay.ts";
import { findVerdict } from "./verdicts.ts";

const leavesOf = (kind: string): readonly Leaf[] => mutations.find((each) => each.kind === kind)?.leaves ?? [];
const categoryOf = (leaf: string): string => leaf.slice(0, leaf.indexOf("/"));
const share = (part: number, whole: number): number => (whole === 0 ? 1 : round(part / whole));

/**
 * Of apps with one fault: whether the first cause, which names the diagnosis, is what was broken. By the category of what
 * was broken, and in all, where the leaf is asked for as well.
 */
export function classification(records: readonly BrokenRecord[]) {
  const judged = records.flatMap(({ faults, runs, seed }) => {
    const [only, ...others] = faults;
    if (only === undefined || others.length > 0) return [];
    const leaves = leavesOf(only);
    const { category, kind } = diagnose(runs[0]?.failed ?? {});
    const found: string = `${category}/${kind}`;
    return [
      {
        seed,
        only,
        found,
        wanted: categoryOf(leaves[0] ?? ""),
        isCategory: leaves.some((leaf) => categoryOf(leaf) === category),
        isLeaf: leaves.some((leaf) => leaf === found),
      },
    ];
  });
  const categories = [...new Set(judged.map(({ wanted }) => wanted))].toSorted();
  const count = (list: typeof judged) => ({
    apps: list.length,
    category: share(list.filter(({ isCategory }) => isCategory).length, list.length),
    leaf: share(list.filter(({ isLeaf }) => isLeaf).length, list.length),
  });
  return {
    all: count(judged),
    ...Object.fromEntries(
      categories.map((name) => [name as ErrorCategory, count(judged.filter(({ wanted }) => wanted === name))]),
    ),
    missed: judged.filter(({ isCategory }) => !isCategory).map(({ seed, only, found }) => `${seed} ${only}: ${found}`),
  };
}

interface Judged extends Replayed {
  readonly record: BrokenRecord;
}

const fromBefore: ReadonlySet<string> = new Set(["lost-text", "lost-file"]);

/** An app counts as repaired once everything passes and nobody who read it found anything still wrong. */
export function repairs(all: readonly Judged[]) {
  const single = all.filter(({ record }) => record.faults.length === 1);
  const several = all.filter(({ record }) => record.faults.length > 1);
  const green = all.filter(({ healed }) => healed.end === "green");
  const asScaffold = green.filter(({ digest }) => digest === "");
  const other = green.filter(({ digest }) => digest !== "");
  const judgedAs = (verdict: "same" | "wrong" | "unnoticed") =>
    other.filter(({ record, digest }) => findVerdict(record.seed, digest) === verdict);
  const wrong = judgedAs("wrong");
  const unnoticed = judgedAs("unnoticed");
  const bad = [...wrong, ...unnoticed];
  const rate = (list: readonly Judged[]) => {
    const repaired = list.filter((each) => each.healed.end === "green" && !bad.includes(each));
    return {
      apps: list.length,
      repaired: repaired.length,
      share: share(repaired.length, list.length),
      /** Of the repaired: with text of the version before, which here is the scaffold. */
      fromBefore: repaired.filter(({ healed }) => healed.means.some((means) => fromBefore.has(means))).length,
    };
  };
  const byRule = new Map<string, number>();
  for (const { healed } of green)
    for (const means of new Set(healed.means)) byRule.set(means, (byRule.get(means) ?? 0) + 1);
  const seconds = green.flatMap(({ runs }) =>
    runs.length > 1 ? [runs.slice(1).reduce((sum, run) => sum + run.seconds, 0)] : [],
  );
  const rounds = green.map(({ healed }) => healed.rounds);
  return {
    single: rate(single),
    several: rate(several),
    unseen: all.filter(({ healed }) => healed.end === "unseen").map(({ record }) => record.seed),
    green: {
      apps: green.length,
      theScaffoldAgain: asScaffold.length,
      otherText: other.length,
      readAndSame: judgedAs("same").length,
      wrong: wrong.map(({ record }) => record.seed),
      unnoticed: unnoticed.map(({ record }) => record.seed),
      unread: other
        .filter(({ record, digest }) => findVerdict(record.seed, digest) === null)
        .map(({ record }) => record.seed),
    },
    rounds: {
      mean: share(
        rounds.reduce((sum, each) => sum + each, 0),
        rounds.length,
      ),
      most: Math.max(0, ...rounds),
    },
    secondsOfRunsAfterRepairs: {
      p50: median(seconds),
      p95: percentile(
        seconds.toSorted((one, another) => one - another),
        0.95,
      ),
    },
    byMeans: Object.fromEntries([...byRule].toSorted(([, one], [, another]) => another - one)),
    byKind: byKind(all, bad),
  };
}

/** Kinds of faults with what became of them: repaired of all, for those with one fault. */
function byKind(all: readonly Judged[], wrong: readonly Judged[]): Record<string, string> {
  const kinds = new Map<string, { apps: number; repaired: number }>();
  for (const each of all) {
    const [kind, ...others] = each.record.faults;
    if (kind === undefined || others.length > 0) continue;
    const counted = kinds.get(kind) ?? { apps: 0, repaired: 0 };
    counted.apps += 1;
    if (each.healed.end === "green" && !wrong.includes(each)) counted.repaired += 1;
    kinds.set(kind, counted);
  }
  return Object.fromEntries([...kinds].toSorted().map(([kind, { apps, repaired }]) => [kind, `${repaired}/${apps}`]));
}
