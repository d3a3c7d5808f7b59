// Errors of one round → repairs without a model: for every cause the first rule that applies, each on the tree that the ones
// before it left. What the guard refuses is not proposed.
import type { AllowedPackage } from "#engine/agents/coder/allowed-packages.ts";
import { classifyError } from "../classify/classify-error.ts";
import { applyEdits } from "../edits/apply-edits.ts";
import type { Edit, Tree } from "../edits/edit.ts";
import { guardRepair } from "../edits/guard-repair.ts";
import type { StructuredError } from "../structured-error.ts";
import type { AddedPackage, Manifest, RuleInput } from "./rule.ts";
import { rules } from "./rules.ts";

export interface Repair {
  readonly rule: string;
  readonly error: StructuredError;
  /** On the tree that the repairs before left. */
  readonly edits: readonly Edit[];
  readonly explanation: string;
  /** To be added by the builder, before the edits are tried. */
  readonly packages: readonly AddedPackage[];
}

export interface Repaired {
  readonly repairs: readonly Repair[];
  readonly tree: Tree;
  /** Causes that no rule mends. */
  readonly left: readonly StructuredError[];
}

export function proposeRepairs(
  errors: readonly StructuredError[],
  tree: Tree,
  packages: readonly AllowedPackage[],
  manifest: Manifest | null = null,
  earlier: Tree | null = null,
): Repaired {
  const repairs: Repair[] = [];
  const left: StructuredError[] = [];
  let current: Tree = tree;
  // From the end of each file to its beginning, so that places above stay where the tool saw them.
  for (const error of errors.toSorted((one, other) => (other.line ?? 0) - (one.line ?? 0))) {
    const found = isPremature(error, errors) ? null : tryPlaces(error, { tree: current, packages, manifest, earlier });
    if (found === null) {
      left.push(error);
      continue;
    }
    repairs.push(found.repair);
    current = found.tree;
  }
  return { repairs, tree: current, left };
}

/** What is unused beside another fault of the file may be what that fault was about. */
export function isPremature(error: StructuredError, errors: readonly StructuredError[]): boolean {
  const waits = (each: StructuredError): boolean => ["type/unused", "type/lint"].includes(classifyError(each).leaf);
  return classifyError(error).leaf === "type/unused" && errors.some((each) => each.file === error.file && !waits(each));
}

type Known = Omit<RuleInput, "error" | "leaf">;

/** The same fault may be said of several places, of which one shows what is meant. */
export const placesOf = (error: StructuredError): StructuredError[] => [
  error,
  ...error.related.filter(({ code, message }) => code === error.code && message === error.message),
];

function tryPlaces(error: StructuredError, known: Known): ReturnType<typeof tryRules> {
  for (const place of placesOf(error)) {
    const found = tryRules(place, known);
    if (found !== null) return found;
  }
  return null;
}

function tryRules(error: StructuredError, known: Known): { repair: Repair; tree: Tree } | null {
  const { leaf } = classifyError(error);
  for (const rule of rules) {
    if (!rule.leaves.includes(leaf)) continue;
    const proposal = rule.propose({ error, leaf, ...known });
    if (proposal === null || (proposal.edits.length === 0 && proposal.packages === undefined)) continue;
    const applied = applyEdits(known.tree, proposal.edits);
    if (!applied.ok || guardRepair(known.tree, applied.tree) !== null) continue;
    const { edits, explanation, packages: added = [] } = proposal;
    return { repair: { rule: rule.name, error, edits, explanation, packages: added }, tree: applied.tree };
  }
  return null;
}
