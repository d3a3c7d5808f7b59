import { describe, expect, it } from "vitest";
import { judgeUse } from "./judge-use.ts";
import { confidenceOf, countOutcome, isOffered, newStanding, type Outcome } from "./standing.ts";

const day = 24 * 60 * 60 * 1_000;
const after = (outcomes: readonly Outcome[], start = 0) =>
  outcomes.reduce((standing, outcome, at) => countOutcome(standing, outcome, start + at * day), newStanding(start));

describe("the standing of a fix", () => {
  it("rises with every success and falls with every failure", () => {
    const once = confidenceOf(after(["succeeded"]), 0);
    expect(once).toBeCloseTo(2 / 3);
    expect(confidenceOf(after(["succeeded", "succeeded"]), day)).toBeGreaterThan(once);
    expect(confidenceOf(after(["succeeded", "failed"]), day)).toBeLessThan(once);
  });

  it("fades: what worked years ago is worth as much as nothing", () => {
    const good = after(Array.from({ length: 20 }, () => "succeeded"));
    expect(confidenceOf(good, 20 * day)).toBeGreaterThan(0.9);
    expect(confidenceOf(good, 20 * day + 1_500 * day)).toBeCloseTo(0.5, 1);
  });

  it("is quarantine after two failures in a row, for good", () => {
    expect(isOffered(after(["succeeded", "failed"]), day)).toBe(true);
    const twice = after(["succeeded", "failed", "failed"]);
    expect(twice.quarantinedAt).toBe(2 * day);
    expect(isOffered(countOutcome(twice, "succeeded", 3 * day), 3 * day)).toBe(false);
  });

  it("bears a failure now and then", () => {
    const mixed = after(["succeeded", "succeeded", "failed", "succeeded", "failed"]);
    expect(mixed.quarantinedAt).toBeNull();
    expect(isOffered(mixed, 5 * day)).toBe(true);
  });

  it("is not enough when it fails more often than it helps, even if never twice in a row", () => {
    expect(
      isOffered(
        after(["failed", "succeeded", "failed", "succeeded", "failed", "failed"].slice(0, 5) as Outcome[]),
        5 * day,
      ),
    ).toBe(true);
    const bad = { ...newStanding(0), successes: 1, failures: 4, successWeight: 1, failureWeight: 4 };
    expect(isOffered(bad, 0)).toBe(false);
  });
});

describe("a use of a fix", () => {
  const use = { signatures: ["a", "b"], errors: 4, step: 2 };
  it.each([
    { what: "failed, when its error is back", next: { signatures: ["a"], errors: 4, step: 2 }, verdict: "failed" },
    {
      what: "failed, when its error is back and nobody can count",
      next: { signatures: ["a"], errors: null, step: 2 },
      verdict: "failed",
    },
    { what: "failed, when an earlier step breaks", next: { signatures: ["c"], errors: 1, step: 1 }, verdict: "failed" },
    {
      what: "failed, when there are as many errors as before",
      next: { signatures: ["c"], errors: 4, step: 2 },
      verdict: "failed",
    },
    { what: "is open, when fewer errors are left", next: { signatures: ["b"], errors: 1, step: 2 }, verdict: "open" },
    {
      what: "is open, when one of several of its kind is left",
      next: { signatures: ["a"], errors: 1, step: 2 },
      verdict: "open",
    },
    { what: "is open, when a later step fails", next: { signatures: ["t"], errors: 9, step: 4 }, verdict: "open" },
    { what: "is open, when nobody can count", next: { signatures: ["t"], errors: null, step: 2 }, verdict: "open" },
  ])("$what", ({ next, verdict }) => {
    expect(judgeUse(use, ["a"], next)).toBe(verdict);
  });
});
