// How much a fix is to be trusted, by how it did. Pure; times are milliseconds.
//
// Every use weighs 1 and half of it after ninety days, so that what worked with last year's packages counts for less. The
// confidence is the share of successes, with one of each added: it starts at a half and is sure of nothing.

export interface Standing {
  /** All that were ever counted. */
  readonly successes: number;
  readonly failures: number;
  readonly failuresInRow: number;
  /** The same, faded: as they weighed at `weighedAt`. */
  readonly successWeight: number;
  readonly failureWeight: number;
  readonly weighedAt: number;
  readonly lastUsedAt: number | null;
  /** Failed twice in a row; it is not used again. */
  readonly quarantinedAt: number | null;
}

export type Outcome = "succeeded" | "failed";

const halfLifeMs = 90 * 24 * 60 * 60 * 1_000;
/** Failures in a row after which a fix is not used again. */
const mostFailuresInRow = 2;
/** A fix that is wrong more often than it is right costs more builds than it saves. */
const leastConfidence = 0.4;

export const newStanding = (now: number): Standing => ({
  successes: 0,
  failures: 0,
  failuresInRow: 0,
  successWeight: 0,
  failureWeight: 0,
  weighedAt: now,
  lastUsedAt: null,
  quarantinedAt: null,
});

export function countOutcome(standing: Standing, outcome: Outcome, now: number): Standing {
  const succeeded = outcome === "succeeded";
  const failuresInRow = succeeded ? 0 : standing.failuresInRow + 1;
  const fade = fadedBy(standing, now);
  return {
    successes: standing.successes + (succeeded ? 1 : 0),
    failures: standing.failures + (succeeded ? 0 : 1),
    failuresInRow,
    successWeight: standing.successWeight * fade + (succeeded ? 1 : 0),
    failureWeight: standing.failureWeight * fade + (succeeded ? 0 : 1),
    weighedAt: now,
    lastUsedAt: now,
    quarantinedAt: standing.quarantinedAt ?? (failuresInRow >= mostFailuresInRow ? now : null),
  };
}

/** Above 0, below 1. */
export function confidenceOf(standing: Standing, now: number): number {
  const fade = fadedBy(standing, now);
  const successes = standing.successWeight * fade;
  return (successes + 1) / (successes + standing.failureWeight * fade + 2);
}

export const isOffered = (standing: Standing, now: number): boolean =>
  standing.quarantinedAt === null && confidenceOf(standing, now) >= leastConfidence;

const fadedBy = ({ weighedAt }: Standing, now: number): number => 0.5 ** (Math.max(0, now - weighedAt) / halfLifeMs);
