import { expect, test } from "vitest";
import { nextPhase, type Phase } from "../src/shared/tools/pomodoro.ts";

test("every fourth break is a long one", () => {
  let phase: Phase = "work";
  let done = 0;
  const phases: Phase[] = [];
  for (let step = 0; step < 8; step += 1) {
    if (phase === "work") done += 1;
    phase = nextPhase(phase, done);
    phases.push(phase);
  }
  expect(phases).toEqual(["break", "work", "break", "work", "break", "work", "longBreak", "work"]);
});
