import { describe, expect, it } from "vitest";
import { admit, breakerLimits, closedBreaker, record, type BreakerState } from "./circuit-breaker.ts";

const failing = (times: number, at = 0): BreakerState =>
  Array.from({ length: times }).reduce<BreakerState>((state) => record(state, false, at), closedBreaker);

describe("the circuit breaker", () => {
  it("stays closed until the failures follow each other", () => {
    const almost = failing(breakerLimits.failures - 1);
    expect(admit(almost, 1).admitted).toBe(true);
    expect(admit(record(record(almost, true, 1), false, 2), 3).admitted).toBe(true);
    expect(admit(record(almost, false, 1), 2)).toMatchObject({ admitted: false, waitMs: breakerLimits.openMs - 1 });
  });

  it("lets one call through after the wait, and no second beside it", () => {
    const open = failing(breakerLimits.failures);
    const first = admit(open, breakerLimits.openMs);
    expect(first.admitted).toBe(true);
    expect(admit(first.state, breakerLimits.openMs + 1).admitted).toBe(false);
  });

  it("closes when that call works, and opens again for the whole time when it does not", () => {
    const { state } = admit(failing(breakerLimits.failures), breakerLimits.openMs);
    expect(record(state, true, 40_000)).toEqual(closedBreaker);
    const again = record(state, false, 40_000);
    expect(admit(again, 40_001)).toMatchObject({ admitted: false, waitMs: breakerLimits.openMs - 1 });
    expect(admit(again, 40_000 + breakerLimits.openMs).admitted).toBe(true);
  });

  it("does not wait for ever for a call that never reported back", () => {
    const { state } = admit(failing(breakerLimits.failures), breakerLimits.openMs);
    expect(admit(state, breakerLimits.openMs + breakerLimits.trialMs).admitted).toBe(true);
  });
});
