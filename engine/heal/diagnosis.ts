// What healing knows of a failure, and what it decided to do. Pure data.

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

export interface Diagnosis {
  readonly category: ErrorCategory;
  /** Finer name inside the category: "timeout", "memory", "registry", "test-failure" … */
  readonly kind: string;
  /** Which step or part failed: "install", "types", "build", "test", "deploy" … */
  readonly where: string;
  /** One line for people. */
  readonly message: string;
  /** How many errors were counted, where they can be. */
  readonly errors?: number | null;
  /** The lines that show it, at most 4,000 characters. */
  readonly excerpt: string;
  /** Same for two failures with the same cause: paths, numbers and quoted names are normalised away. */
  readonly signature: string;
}

export type Remedy =
  /** Run the failed stage again after `delayMs`; `resourceScale` multiplies its limits. */
  | { kind: "retry"; delayMs: number; resourceScale: number; explanation: string }
  /** Write the code again, with the files that a person edited taken as they are instead of merged line by line. */
  | { kind: "keep-edits-whole"; explanation: string }
  /** A model reads what failed and mends the code. */
  | { kind: "mend-code"; explanation: string }
  /** Write the code again without what a model added to the scaffold. */
  | { kind: "scaffold-only"; explanation: string }
  /** Nothing left to try. */
  | { kind: "give-up"; explanation: string };
