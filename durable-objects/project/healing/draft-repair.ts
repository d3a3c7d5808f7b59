// A repair of the failed tree that is worked out without a model. Sources are asked in the order of the policy; the first
// one that has something is taken. Whatever proposes it, the guard and the static review have the last word.
import type { DraftSource, Diagnosis } from "#engine/heal/diagnosis.ts";
import type { Tree } from "#engine/heal/edits/edit.ts";
import { guardRepair } from "#engine/heal/edits/guard-repair.ts";
import { isBlocking, reviewTree } from "#engine/review/review.ts";
import type { WorkContext } from "../effects/work.ts";
import { draftByCache, draftBySimilar } from "./draft-by-cache.ts";
import { draftByRules } from "./draft-by-rules.ts";

export interface Draft {
  readonly tree: Tree;
  /** For the user: what was wrong and what is done about it. */
  readonly explanation: string;
  /** Ids in the fix cache of what it applies; they come back in the round that is counted (`RepairRound.fixes`). */
  readonly fixes?: readonly string[];
}

export interface FailedTree {
  readonly diagnosis: Diagnosis;
  readonly tree: Tree;
  /** The app as it was before; see readEarlier. */
  readonly earlier: Tree | null;
}

/** Null where it has nothing for this failure. Must not throw because something it asks is away. */
export type DraftRepair = (work: WorkContext, failed: FailedTree) => Promise<Draft | null>;

/** In the order of `repairSources`. */
const drafters: readonly { readonly source: DraftSource; readonly draft: DraftRepair }[] = [
  { source: "cache", draft: draftByCache },
  { source: "similar", draft: draftBySimilar },
  { source: "rule", draft: draftByRules },
];

/** `used`: sources that were tried on this very failure. */
export async function draftRepair(
  work: WorkContext,
  failed: FailedTree,
  used: readonly string[],
): Promise<(Draft & { readonly source: DraftSource }) | null> {
  for (const { source, draft } of drafters) {
    if (used.includes(source)) continue;
    const found = await draft(work, failed);
    if (found === null) continue;
    const refusal = refuse(failed.tree, found.tree);
    if (refusal === null) return { ...found, source };
    work.log("fixer", "warn", `A repair (${source}) was not taken: ${refusal}`);
  }
  return null;
}

/** Why the repaired tree may not be tried; null when it may. */
export function refuse(before: Tree, after: Tree): string | null {
  const guarded = guardRepair(before, after);
  if (guarded !== null) return guarded;
  const known = new Set(
    reviewTree(before)
      .filter(isBlocking)
      .map(({ rule, path }) => `${rule} ${path}`),
  );
  const worse = reviewTree(after).find(
    (finding) => isBlocking(finding) && !known.has(`${finding.rule} ${finding.path}`),
  );
  return worse === undefined ? null : `${worse.path}: ${worse.message}`;
}
