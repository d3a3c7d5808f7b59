// Errors of one round → fixes from the cache: for every cause the first that fits, each on the tree that the ones before
// it left. What is tried, and in which order, the caller says by the order of the candidates.
import type { Tree } from "../edits/edit.ts";
import { isPremature, placesOf } from "../rules/propose-repairs.ts";
import type { AddedPackage } from "../rules/rule.ts";
import type { StructuredError } from "../structured-error.ts";
import { type AppliedFix, applyFix, type FixInput } from "./apply-fix.ts";
import type { Fix } from "./fix.ts";
import { isShareable } from "./is-shareable.ts";

export interface Candidate {
  readonly id: string;
  readonly fix: Fix;
  /** Of another workspace: it must hold nothing of an app, whatever was said when it was stored. */
  readonly isShared: boolean;
}

export interface CachedRepair {
  readonly fixId: string;
  readonly error: StructuredError;
  /** To be added by the builder, before the repair is tried. */
  readonly packages: readonly AddedPackage[];
}

export interface RepairedFromCache {
  readonly repairs: readonly CachedRepair[];
  readonly tree: Tree;
  /** Causes for which nothing fits. */
  readonly left: readonly StructuredError[];
}

/** For one cause; more would be guessing. */
const mostCandidates = 8;

export function proposeFromCache(
  errors: readonly StructuredError[],
  tree: Tree,
  known: Pick<FixInput, "packages" | "manifest" | "earlier">,
  candidatesFor: (error: StructuredError) => readonly Candidate[],
): RepairedFromCache {
  const repairs: CachedRepair[] = [];
  const left: StructuredError[] = [];
  let current: Tree = tree;
  // From the end of each file to its beginning, so that places above stay where the tool saw them.
  for (const error of errors.toSorted((one, other) => (other.line ?? 0) - (one.line ?? 0))) {
    const found = isPremature(error, errors)
      ? null
      : firstThatFits(candidatesFor(error), placesOf(error), { ...known, tree: current });
    if (found === null) {
      left.push(error);
      continue;
    }
    repairs.push({ fixId: found.id, error, packages: found.applied.packages });
    current = found.applied.tree;
  }
  return { repairs, tree: current, left };
}

function firstThatFits(
  candidates: readonly Candidate[],
  places: readonly StructuredError[],
  input: Omit<FixInput, "error">,
): { id: string; applied: AppliedFix } | null {
  for (const { id, fix, isShared } of candidates.slice(0, mostCandidates)) {
    if (isShared && !isShareable(fix)) continue;
    for (const error of places) {
      const applied = applyFix(fix, { ...input, error });
      if (applied !== null) return { id, applied };
    }
  }
  return null;
}
