// Whether a fix that was used did what it is for, by the failure that followed. Pure.
//
// Only build and tests that pass say that it did; so does nothing here. It did not when its error is back and nothing got
// better, or when the next failure comes sooner or is no smaller.

export interface Failure {
  /** Of its causes. */
  readonly signatures: readonly string[];
  /** Null where they cannot be counted. */
  readonly errors: number | null;
  /** Place of the failed step among those that are run. */
  readonly step: number;
}

/** `own`: signatures that the fix was used for. */
export function judgeUse(used: Failure, own: readonly string[], next: Failure): "failed" | "open" {
  if (next.step !== used.step) return next.step < used.step ? "failed" : "open";
  const isSmaller = next.errors !== null && used.errors !== null && next.errors < used.errors;
  if (isSmaller) return "open";
  const isCounted = next.errors !== null && used.errors !== null;
  return isCounted || own.some((signature) => next.signatures.includes(signature)) ? "failed" : "open";
}
