import type { AllowedPackage } from "#engine/agents/coder/allowed-packages.ts";
import type { Leaf } from "../classify/taxonomy.ts";
import type { Edit, Tree } from "../edits/edit.ts";
import type { StructuredError } from "../structured-error.ts";

export interface RuleInput {
  readonly error: StructuredError;
  readonly leaf: Leaf;
  readonly tree: Tree;
  /** Packages that may be added to an app. */
  readonly packages: readonly AllowedPackage[];
  /** The stack's own package.json and lockfile, where they are at hand: versions that are known to go together. */
  readonly manifest?: Manifest | null;
  /** The app as it was before: the last version that worked, and what the generator wrote. */
  readonly earlier?: Tree | null;
}

export interface Manifest {
  readonly packageJson: string;
  readonly lockfile: string;
}

export interface AddedPackage {
  readonly name: string;
  readonly range: string;
}

export interface Proposal {
  readonly edits: readonly Edit[];
  /** For the user: what was wrong and what is done about it. */
  readonly explanation: string;
  /** To add. The builder resolves them: package.json and lockfile change together. */
  readonly packages?: readonly AddedPackage[];
}

/** A repair without a model. `propose` answers null wherever its precondition does not hold: doubt is a no. */
export interface Rule {
  readonly name: string;
  readonly leaves: readonly Leaf[];
  readonly propose: (input: RuleInput) => Proposal | null;
}
