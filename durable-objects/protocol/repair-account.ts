// What was tried before a generation was handed back to its user.

export interface RepairRound {
  /** Which step failed, and what it said. */
  readonly where: string;
  readonly category: string;
  readonly message: string;
  /** Errors that were counted; null where they cannot be. */
  readonly errors: number | null;
  readonly signature: string;
  /** What was done about it. */
  readonly tried: "retry" | "keep-edits-whole" | "mend-code" | "scaffold-only";
  /** The version that failed. */
  readonly versionId: string | null;
  /** What the generation had spent by then. */
  readonly spentUsd: number;
}

export interface RepairAccount {
  /** Why there is no further try. */
  readonly reason: string;
  readonly rounds: readonly (Omit<RepairRound, "signature" | "versionId" | "spentUsd"> & {
    /** Files that the repair changed; at most twenty are named. */
    readonly files: readonly string[];
    readonly costUsd: number;
  })[];
  readonly costUsd: number;
  /** The last version that works, which the app stays at; null when there is none yet. */
  readonly standsAt: { readonly versionId: string; readonly number: number } | null;
}
