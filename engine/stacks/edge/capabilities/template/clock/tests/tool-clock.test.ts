import { expect, test } from "vitest";
import { formatClock, formatStopwatch, timeLeft } from "../src/shared/tools/clock.ts";

test("a clock shows hours only when there are any", () => {
  expect(formatClock(125_000)).toBe("02:05");
  expect(formatClock(3_725_000)).toBe("1:02:05");
  expect(formatClock(-5)).toBe("00:00");
});

test("a started second still counts as left", () => {
  expect(formatClock(59_001, true)).toBe("01:00");
});

test("a stopwatch shows hundredths", () => {
  expect(formatStopwatch(125_370)).toBe("02:05.37");
});

test("what is left is split into days, hours, minutes and seconds", () => {
  expect(timeLeft(90_061_000)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 });
});
