// What the cache makes of the corpus: a fix is learned where it was right, which in a corpus is what healing made green, or
// else the scaffold again, whoever made it. It is kept as the loop keeps it: as the name of the rule that would have made it,
// or as a pattern. Then the same fault is shown to the cache in a second app, and the faults of all other apps of the half,
// which it may mend, or leave, but not mend wrongly. What no repair may do cannot be in a cache, and is counted apart.
import { allowedPackages } from "#engine/agents/coder/allowed-packages.ts";
import { renameError, renameTree } from "#engine/heal/cache/renamed-app.fixture.ts";
import { Shelf } from "#engine/heal/cache/shelf.ts";
import { isNearEnough } from "#engine/heal/cache/similar.ts";
import type { Tree } from "#engine/heal/edits/edit.ts";
import { guardRepair } from "#engine/heal/edits/guard-repair.ts";
import { proposeRepairs } from "#engine/heal/rules/propose-repairs.ts";
import type { AddedPackage } from "#engine/heal/rules/rule.ts";
import { signError } from "#engine/heal/signature/sign-error.ts";
import type { StructuredError } from "#engine/heal/structured-error.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import { round } from "../statistics.ts";
import type { BrokenApp } from "./broken-app.ts";
import type { BrokenRecord } from "./corpus-file.ts";
import { diagnose } from "./heal-app.ts";
import type { Replayed } from "./replay.ts";
import { secondApp } from "./second-app.ts";
import { findVerdict } from "./verdicts.ts";

interface Case {
  readonly seed: number;
  readonly app: BrokenApp;
  /** What the fault is known by, the first of `errors`. */
  readonly error: StructuredError;
  /** All that one round is shown of it. */
  readonly errors: readonly StructuredError[];
  readonly signature: { readonly hash: string; readonly text: string };
  readonly before: Tree;
  readonly after: Tree;
  readonly added: readonly AddedPackage[];
  /** A rule mends it, and what it makes passes everything, though it is not the scaffold again. */
  readonly isMendedOtherwise: boolean;
}

export function cacheFigures(replayed: readonly (Replayed & { record: BrokenRecord })[]) {
  const cases = replayed.flatMap((each) => caseOf(each) ?? []);
  const allowed = cases.filter(({ before, after }) => guardRepair(before, after) === null);
  const learned = allowed.flatMap((each) => {
    const shelf = shelfOf(each);
    return shelf === null ? [] : [{ ...each, shelf }];
  });
  const seconds = learned.map((each) => ({ seed: each.seed, ...onSecondApp(each) }));
  const renamed = learned.map((each) => ({ seed: each.seed, is: onRenamedApp(each) }));
  const elsewhere = learned.flatMap((each) => onOtherApps(each, cases));
  return {
    faults: cases.length,
    /** By what would have to be changed: tests, settings of linter and compiler, a file that is gone for good. */
    forbidden: cases.filter((each) => !allowed.includes(each)).map(({ seed }) => seed),
    learned: learned.length,
    notLearned: allowed.filter(({ seed }) => !learned.some((each) => each.seed === seed)).map(({ seed }) => seed),
    secondApp: {
      ...tally(seconds),
      /** Of all faults that a repair may mend, but for those that have no counterpart in the second app. */
      share: shareOf(seconds, allowed.length - learned.length),
      /** What is broken there has another text than in the first app; elsewhere both have it from the template. */
      otherText: tally(seconds.filter(({ isOtherText }) => isOtherText)),
      seeds: seedsOf(seconds),
    },
    everyNameAnother: {
      ...tally(renamed),
      share: shareOf(renamed, allowed.length - learned.length),
      seeds: seedsOf(renamed),
    },
    otherApps: {
      sameSignature: tally(elsewhere.filter(({ isExact }) => isExact)),
      similarSignature: tally(elsewhere.filter(({ isExact }) => !isExact)),
      falseHits: round(
        elsewhere.filter(({ is }) => is === "wrong").length /
          Math.max(1, elsewhere.filter(({ is }) => is === "right" || is === "wrong").length),
      ),
      wrongPairs: elsewhere.filter(({ is }) => is === "wrong").map(({ pair }) => pair),
    },
  };
}

function caseOf({ record, app, healed, digest }: Replayed & { record: BrokenRecord }): Case | null {
  const errors = (diagnose(record.runs[0]?.failed ?? {}).causes ?? []).map((cause) => cause.error);
  const [error] = errors;
  if (error === undefined || record.faults.length > 1) return null;
  const { seed } = record;
  // A fallback is no fix: what it would have been is what was there before.
  const isMended =
    healed.end === "green" &&
    healed.means.every((means) => means !== "simplified-build" && means !== "regenerate-lockfile");
  const isMendedOtherwise = isMended && digest !== "" && findVerdict(seed, digest) === "same";
  const [after, added] = isMendedOtherwise ? [healed.last.tree, healed.last.packages] : [app.scaffold, []];
  return { seed, app, error, errors, signature: signError(error), before: app.broken, after, added, isMendedOtherwise };
}

const knownOf = ({ app }: Case) => ({ packages: allowedPackages, manifest: stackFor(app.stack).manifest });

/** Holds what this one taught; null where it teaches nothing. */
function shelfOf(each: Case): Shelf | null {
  const { error, before, after, added } = each;
  const shelf = new Shelf();
  return shelf.learn({ error, before, after, added, ...knownOf(each), earlier: each.app.scaffold }) ? shelf : null;
}

type Is = "right" | "wrong" | "none" | "noCounterpart";
type Learned = Case & { readonly shelf: Shelf };

function onSecondApp(each: Learned): { is: Is; isOtherText: boolean } {
  const { app } = each;
  const second = secondApp(app, each.errors);
  if (second === null) return { is: "noCounterpart", isOtherText: false };
  return {
    is: judge(each, second.errors, second.broken, second.scaffold),
    isOtherText: app.changed.some((path) => app.broken.get(path) !== second.broken.get(path)),
  };
}

/** Harder than any second app: the names of the template are others as well, which every app of a stack has in common. */
function onRenamedApp(each: Learned): Is {
  const tree = renameTree(each.before);
  return judge(
    each,
    each.errors.map((error) => renameError(error, each.before, tree)),
    tree,
    renameTree(each.after),
  );
}

function onOtherApps(each: Learned, cases: readonly Case[]) {
  return cases
    .filter((other) => other.seed !== each.seed && isNearEnough(each.signature.text, other.signature.text))
    .map((other) => ({
      pair: `${each.seed} on ${other.seed}`,
      isExact: other.signature.hash === each.signature.hash,
      is: judge({ ...other, shelf: each.shelf }, other.errors, other.before, other.app.scaffold),
    }));
}

/** Right is the scaffold again, or what the rules make of it where that has passed everything. */
function judge(each: Learned, errors: readonly StructuredError[], before: Tree, scaffold: Tree): Is {
  const known = { ...knownOf(each), earlier: scaffold };
  const exact = each.shelf.repair(errors, before, known, "exact");
  const found = exact.repairs.length > 0 ? exact : each.shelf.repair(errors, before, known, "similar");
  if (found.repairs.length === 0) return "none";
  if (isSame(found.tree, scaffold)) return "right";
  const byRules = proposeRepairs(errors, before, known.packages, known.manifest, scaffold);
  return each.isMendedOtherwise && byRules.repairs.length > 0 && isSame(found.tree, byRules.tree) ? "right" : "wrong";
}

const isSame = (one: Tree, other: Tree): boolean =>
  one.size === other.size &&
  [...other].every(
    ([path, text]) => one.get(path) === text || withoutSpace(one.get(path) ?? "") === withoutSpace(text),
  );

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, "");

const count = (list: readonly { is: Is }[], which: Is): number => list.filter(({ is }) => is === which).length;

const tally = (list: readonly { is: Is }[]) => ({
  tried: list.length - count(list, "noCounterpart"),
  right: count(list, "right"),
  nothing: count(list, "none"),
  wrong: count(list, "wrong"),
  noCounterpart: count(list, "noCounterpart"),
});

const shareOf = (list: readonly { is: Is }[], notLearned: number): number =>
  round(count(list, "right") / Math.max(1, list.length + notLearned - count(list, "noCounterpart")));

const seedsOf = (list: readonly { seed: number; is: Is }[]) => ({
  nothing: list.flatMap(({ seed, is }) => (is === "none" ? seed : [])),
  wrong: list.flatMap(({ seed, is }) => (is === "wrong" ? seed : [])),
});
