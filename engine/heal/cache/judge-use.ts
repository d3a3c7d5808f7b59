// Whether a fix that was used did what it is for. Pure.
//
// Only build and tests that pass say that it did. It did not when its error is back, or when the next failure comes sooner
// or is no smaller; and what a generation ended on, without ever becoming green, counts against the last ones used.

export interface UseOfFix {
  /** What the failure was that it was used for. */
  readonly signatures: readonly string[];
  readonly errors: number | null;
  /** Index of the failed step among those that are run. */
  readonly step: number;
}

export interface NextFailure {
  readonly signatures: readonly string[];
  readonly errors: number | null;
  readonly step: number;
}

/** `next`: the failure after it; "green" when there was none; "ended" when the generation gave up right after it. */
export function judgeUse(use: UseOfFix, own: string, next: NextFailure | "green"): "succeeded" | "failed" | "open" {
  if (next === "green") return "succeeded";
  if (next.signatures.includes(own)) return "failed";
  if (next.step < use.step) return "failed";
  const isNoSmaller = next.errors !== null && use.errors !== null && next.errors >= use.errors;
  return next.step === use.step && isNoSmaller ? "failed" : "open";
}
