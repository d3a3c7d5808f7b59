// Stops calling a provider that keeps failing, and tries it again with one call after a while. Pure; whoever owns the
// state stores it.

export interface BreakerState {
  /** Failures since the last success. */
  readonly failures: number;
  /** ms since the epoch; null while closed. */
  readonly openedAt: number | null;
  /** ms since the epoch at which the one call of a half-open breaker started. */
  readonly trialAt: number | null;
}
export const closedBreaker: BreakerState = { failures: 0, openedAt: null, trialAt: null };

export const breakerLimits = {
  failures: 5,
  openMs: 30_000,
  /** A trial that never reported back is forgotten after this long. */
  trialMs: 180_000,
} as const;

export interface Admission {
  readonly state: BreakerState;
  readonly admitted: boolean;
  /** How long until a call may be admitted; 0 when it was. */
  readonly waitMs: number;
}

export function admit(state: BreakerState, now: number): Admission {
  if (state.openedAt === null) return { state, admitted: true, waitMs: 0 };
  const closedFor = state.openedAt + breakerLimits.openMs - now;
  if (closedFor > 0) return { state, admitted: false, waitMs: closedFor };
  if (state.trialAt !== null) {
    const trialLeft = state.trialAt + breakerLimits.trialMs - now;
    if (trialLeft > 0) return { state, admitted: false, waitMs: Math.min(trialLeft, breakerLimits.openMs) };
  }
  return { state: { ...state, trialAt: now }, admitted: true, waitMs: 0 };
}

/** `worked`: whether the provider did its part; a request that it rightly refused counts as working. */
export function record(state: BreakerState, worked: boolean, now: number): BreakerState {
  if (worked) return closedBreaker;
  const failures = state.failures + 1;
  const opens = state.openedAt !== null || failures >= breakerLimits.failures;
  return { failures, openedAt: opens ? now : null, trialAt: null };
}
