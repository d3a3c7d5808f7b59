// What healing knows of a failure, and what it decided to do. Pure data, stored with the loop.
import type { Leaf } from "./classify/taxonomy.ts";
import type { Source } from "./parse/parse-output.ts";
import type { RepairSource } from "./policy/plan-healing.ts";
import type { Signature } from "./signature/sign-error.ts";
import type { StructuredError } from "./structured-error.ts";

/** Top level of the taxonomy (requirements N3.1). */
export const errorCategories = [
  "dependency",
  "syntax",
  "type",
  "runtime",
  "resource",
  "configuration",
  "network",
  "unknown",
] as const;
export type ErrorCategory = (typeof errorCategories)[number];

export const isErrorCategory = (name: string): name is ErrorCategory =>
  (errorCategories as readonly string[]).includes(name);

/** One thing that is wrong, as some step said it. */
export interface Cause {
  readonly step: Source;
  readonly leaf: Leaf;
  /** 0–1, as in `Classification`. */
  readonly confidence: number;
  readonly signature: Signature;
  readonly error: StructuredError;
}

export interface Diagnosis {
  readonly category: ErrorCategory;
  /** Second level of the taxonomy: "timeout", "memory", "registry", "test-failure" … */
  readonly kind: string;
  /** Which step or part failed: "install", "types", "build", "test", "preview" … */
  readonly where: string;
  /** One line for people. */
  readonly message: string;
  /** How many errors were counted, where they can be. */
  readonly errors?: number | null;
  /** The lines that show it, at most 4,000 characters. */
  readonly excerpt: string;
  /** Same for two failures with the same causes: paths, numbers and names of the app's own are normalised away. */
  readonly signature: string;
  /** What all failed steps said, causes first and bounded (`find-causes.ts`). Absent in records of before. */
  readonly causes?: readonly Cause[];
}

/** Sources of repairs that are worked out before the tree is written: all but the model's. */
export type DraftSource = Exclude<RepairSource, "model">;

/** What healing does next. All but `retry` and `give-up` change the code or the way it is built. */
export type Remedy =
  /** Run the failed stage again after `delayMs`. */
  | { kind: "retry"; delayMs: number; explanation: string }
  /** Repairs were written as this version. `fixes`: ids in the cache of what it applied. */
  | { kind: "apply-repairs"; source: DraftSource; versionId: string; fixes?: readonly string[]; explanation: string }
  /** A model reads what failed and mends the code. */
  | { kind: "mend-code"; explanation: string }
  /** The lockfile was made anew, as this version. */
  | { kind: "regenerate-lockfile"; versionId: string; explanation: string }
  | { kind: "other-package-manager"; explanation: string }
  /** Less is asked of the build. `versionId`: the generator's own configuration was put back. */
  | { kind: "simplified-build"; versionId: string | null; explanation: string }
  | { kind: "more-resources"; resourceScale: number; explanation: string }
  /** Write the code again without what these tasks added. */
  | { kind: "without-tasks"; tasks: readonly string[]; explanation: string }
  /** Write the code again without what a model added to the scaffold. */
  | { kind: "scaffold-only"; explanation: string }
  /** Write the code again, with the files that a person edited taken as they are instead of merged line by line. */
  | { kind: "keep-edits-whole"; explanation: string }
  /** Nothing left to try; the app stands at its last green version. */
  | { kind: "give-up"; explanation: string };
