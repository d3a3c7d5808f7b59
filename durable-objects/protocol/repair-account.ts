// What was tried before a generation was handed back to its user. Stored with the loop and sent with the event; bounded by
// who writes it (`project/healing/account-repairs.ts`). Fields that may be absent are so in records of before.

/** A cause as it is shown: what a tool said, and where. */
export interface ReportedError {
  /** Step that said it: "types", "test" … */
  readonly step: string;
  /** Leaf of the taxonomy: "type/mismatch". */
  readonly leaf: string;
  readonly tool: string;
  readonly code: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  /** What the tool printed about it, at most 400 characters. */
  readonly excerpt?: string;
}

export const triedRemedies = [
  "retry",
  "apply-repairs",
  "mend-code",
  "regenerate-lockfile",
  "other-package-manager",
  "simplified-build",
  "more-resources",
  "without-tasks",
  "scaffold-only",
  "keep-edits-whole",
] as const;
export type TriedRemedy = (typeof triedRemedies)[number];

export const repairOrigins = ["cache", "similar", "rule", "model"] as const;
export type RepairOrigin = (typeof repairOrigins)[number];

export interface RepairRound {
  /** Which step failed, and what it said. */
  readonly where: string;
  readonly category: string;
  /** Second level of the taxonomy. */
  readonly kind?: string;
  readonly message: string;
  /** Errors that were counted; null where they cannot be. */
  readonly errors: number | null;
  readonly signature: string;
  /** At most five. */
  readonly causes?: readonly ReportedError[];
  /** What was done about it. */
  readonly tried: TriedRemedy;
  /** Of `apply-repairs` and `mend-code`: where the repair came from. */
  readonly source?: RepairOrigin;
  /** Ids in the fix cache of what was applied. */
  readonly fixes?: readonly string[];
  /** In words. */
  readonly what?: string;
  /** The version that failed. */
  readonly versionId: string | null;
  /** What the generation had spent by then. */
  readonly spentUsd: number;
}

export interface RepairAccount {
  /** Why there is no further try. */
  readonly reason: string;
  /** What failed last. `causes`: at most ten. */
  readonly failure?: {
    readonly where: string;
    readonly category: string;
    readonly kind: string;
    readonly message: string;
    readonly errors: number | null;
    readonly signature: string;
    readonly causes: readonly ReportedError[];
  };
  readonly rounds: readonly (Omit<RepairRound, "signature" | "versionId" | "spentUsd" | "fixes"> & {
    /** Files that the repair changed; at most twenty are named. */
    readonly files: readonly string[];
    readonly costUsd: number;
    /** The version that failed, and the one that was tried next: what changed is the difference. */
    readonly before?: string | null;
    readonly after?: string | null;
  })[];
  readonly costUsd: number;
  /** The last version that works, which the app stays at; null when there is none yet. */
  readonly standsAt: { readonly versionId: string; readonly number: number } | null;
  /** The version that failed last. */
  readonly failed?: { readonly versionId: string; readonly number: number } | null;
  readonly reproduction?: Reproduction;
}

/** The least that shows the failure: what to run, what it prints, and the lines that it is about. */
export interface Reproduction {
  readonly step: string;
  /** As one types it in the app's folder; null where the step is the builder's own. */
  readonly command: string | null;
  /** What it prints, at most 2,000 characters. */
  readonly output: string;
  /** At most three places of the version that failed, some lines around each. */
  readonly places: readonly {
    readonly path: string;
    /** Number of the first line of `text`. */
    readonly from: number;
    /** The line that the tool names. */
    readonly line: number;
    readonly text: string;
  }[];
}
