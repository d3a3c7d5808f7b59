// Whether a rule would have made the very change that a lesson is about. Then the rule's name is the better fix: it says how
// to find the place, where a pattern only knows one.
import { applyEdits } from "../edits/apply-edits.ts";
import { classifyError } from "../classify/classify-error.ts";
import { rules } from "../rules/rules.ts";
import type { Lesson } from "./learn-fix.ts";

/** Its name; null when none does. */
export function findRule({
  error,
  before,
  after,
  added,
  packages,
  manifest = null,
  earlier = null,
}: Lesson): string | null {
  const { leaf } = classifyError(error);
  const names = added.map(({ name }) => name).toSorted();
  for (const rule of rules) {
    if (!rule.leaves.includes(leaf)) continue;
    const proposal = rule.propose({ error, leaf, tree: before, packages, manifest, earlier });
    if (proposal === null) continue;
    const proposed = (proposal.packages ?? []).map(({ name }) => name).toSorted();
    const applied = applyEdits(before, proposal.edits);
    if (!applied.ok || proposed.join() !== names.join()) continue;
    if (proposal.edits.length + proposed.length > 0 && isSameTree(applied.tree, after)) return rule.name;
  }
  return null;
}

function isSameTree(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, text]) => isDerived(path) || other.get(path) === text);
}

/** Written by the package manager when it adds what was asked for. */
const isDerived = (path: string): boolean => path === "package-lock.json" || path === "pnpm-lock.yaml";
