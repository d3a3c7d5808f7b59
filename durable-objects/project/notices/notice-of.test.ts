import { describe, expect, it } from "vitest";
import type { LoopState } from "#protocol/loop-state.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import type { LoopStep } from "#protocol/project-snapshot.ts";
import { noticeOf, workedMs } from "./notice-of.ts";

const viewAt = (status: LoopState, message?: string) =>
  ({ status, ...(message !== undefined && { error: { code: "X", message } }) }) as GenerationView;

/** Steps that begin one after the other; the last one is open when it has no end. */
function steps(...parts: [LoopState, number | null][]): LoopStep[] {
  let at = 0;
  return parts.map(([state, durationMs]) => {
    const startedAt = new Date(at).toISOString();
    at += durationMs ?? 0;
    const endedAt = durationMs === null ? null : new Date(at).toISOString();
    return { state, startedAt, endedAt, durationMs };
  });
}

describe("what a person is told of their run", () => {
  it.each([
    ["awaiting_approval", "none", "waiting", "plan"],
    ["awaiting_approval", "open", "waiting", "questions"],
    ["preview", "none", "waiting", "preview"],
    ["complete", "none", "done", "running"],
    ["escalated", "none", "escalated", "handed back"],
  ] as const)("in %s with questions %s: %s", (status, questions, kind, word) => {
    expect(noticeOf({ questions }, viewAt(status))).toEqual({ kind, text: expect.stringContaining(word) });
  });

  it("names the reason of a failure on one short line", () => {
    const notice = noticeOf({ questions: "none" }, viewAt("failed", `The plan\n${"x".repeat(400)}`));
    expect(notice?.text).toMatch(/^The plan x+…$/);
    expect(notice?.text.length).toBe(200);
    expect(noticeOf({ questions: "none" }, viewAt("failed"))?.text).toBe("It stopped before it was done.");
  });

  it.each(["planning", "coding", "building", "healing", "paused", "cancelled", "production"] as const)(
    "is nothing while it is %s",
    (status) => expect(noticeOf({ questions: "none" }, viewAt(status))).toBeNull(),
  );
});

describe("how long it worked", () => {
  it.each([
    ["from its start to its end", steps(["planning", 20_000], ["coding", 50_000]), 70_000],
    ["up to where it waits now", steps(["planning", 30_000], ["awaiting_approval", null]), 30_000],
    [
      "since it last waited",
      steps(["planning", 30_000], ["awaiting_approval", 600_000], ["coding", 40_000], ["preview", null]),
      40_000,
    ],
    ["without a pause", steps(["coding", 5_000], ["paused", 90_000], ["coding", 10_000]), 10_000],
    ["not at all", steps(), 0],
  ] as const)("is counted %s", (_what, given, expected) => {
    expect(workedMs(given)).toBe(expected);
  });
});
