import { describe, expect, it } from "vitest";
import type { StepResult } from "#builder/protocol.ts";
import { diagnoseSteps } from "../diagnose.ts";
import { failingPart, firstTestFailure } from "./test-failures.ts";

const printed = (milliseconds: number) => `
 RUN  v5.1.1 /mnt/work

 ✓ tests/trash.test.ts (36 tests) 3298ms
 ❯ tests/plan.test.ts (3 tests | 1 failed) 117ms
   ❯ a concert plan (3)
     × writes lengths ${milliseconds}ms

⎯⎯⎯⎯⎯⎯⎯ Failed Tests 1 ⎯⎯⎯⎯⎯⎯⎯

 FAIL  tests/plan.test.ts > a concert plan > writes lengths
AssertionError: expected '1:02:05' to be '1:02:06' // Object.is equality

Expected: "1:02:06"
Received: "1:02:05"

⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯[1/1]⎯


 Test Files  1 failed | 13 passed (14)
      Tests  1 failed | 212 passed (223)
   Duration  4.47s

test failed in 5.1 s.`;

const step: StepResult = {
  step: "test",
  outcome: "failed",
  exitCode: 1,
  durationMs: 1,
  peakMemoryBytes: 1,
  cpuMs: 1,
};

describe("failed tests", () => {
  it("are shown without those that passed", () => {
    const part = failingPart(printed(4));
    expect(part).toContain('Received: "1:02:05"');
    expect(part).not.toMatch(/✓|Duration/);
  });

  it("leave output of another kind as it is", () => {
    expect(failingPart("src/a.ts(1,1): error TS1005")).toBe("src/a.ts(1,1): error TS1005");
    expect(firstTestFailure("src/a.ts(1,1): error TS1005")).toBeNull();
  });

  it("say in one line which test failed and why", () => {
    expect(firstTestFailure(printed(4))).toBe(
      "tests/plan.test.ts > a concert plan > writes lengths: expected '1:02:05' to be '1:02:06' // Object.is equality",
    );
  });

  it("are the same failure however long they took", () => {
    const [one, other] = [printed(4), printed(1_234)].map((output) => diagnoseSteps([{ result: step, output }]));
    expect(one?.signature).toBe(other?.signature);
    expect(one?.message).toContain("writes lengths: expected");
    expect(one?.excerpt).not.toContain("✓");
  });
});
