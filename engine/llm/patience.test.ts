import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Patience } from "./patience.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("ends a stream that has gone silent, with a time limit as its reason", () => {
  const patience = new Patience(1_000);
  vi.advanceTimersByTime(999);
  expect(patience.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect((patience.signal.reason as DOMException).name).toBe("TimeoutError");
});

it("lets a stream that still brings something go on past the limit, but not for ever", () => {
  const patience = new Patience(1_000);
  for (let at = 0; at < 9; at += 1) {
    vi.advanceTimersByTime(500);
    patience.heard();
  }
  expect(patience.signal.aborted).toBe(false);
  vi.advanceTimersByTime(500);
  patience.heard();
  expect(patience.signal.aborted).toBe(true);
});

it("leaves nothing running when the answer is there", () => {
  const patience = new Patience(1_000);
  patience.heard();
  patience.end();
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(patience.signal.aborted).toBe(false);
});
