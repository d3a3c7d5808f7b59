import type { Leaf } from "../classify/taxonomy.ts";
import type { Edit, Tree } from "../edits/edit.ts";
import type { StructuredError } from "../structured-error.ts";

export interface RuleInput {
  readonly error: StructuredError;
  readonly leaf: Leaf;
  readonly tree: Tree;
  /** Versions that the stacks pin: package → exact version. */
  readonly pinned: Readonly<Record<string, string>>;
}

export interface Proposal {
  readonly edits: readonly Edit[];
  /** For the user: what was wrong and what is done about it. */
  readonly explanation: string;
  /** `package.json` asks for something new: the lockfile has to be made anew before installing. */
  readonly needsLockfile?: boolean;
}

/** A repair without a model. `propose` answers null wherever its precondition does not hold: doubt is a no. */
export interface Rule {
  readonly name: string;
  readonly leaves: readonly Leaf[];
  readonly propose: (input: RuleInput) => Proposal | null;
}
