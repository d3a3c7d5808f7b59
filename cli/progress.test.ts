import { expect, test } from "vitest";
import type { Event } from "./answers.ts";
import { advance, formatDuration, noProgress, statusLine, type Line, type Progress } from "./progress.ts";

let seq = 0;
const event = (seconds: number, type: string, data: Record<string, unknown> = {}): Event => ({
  seq: (seq += 1),
  ts: new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString(),
  type,
  data,
});
const move = (seconds: number, to: string, reason = ""): Event => event(seconds, "loop.transition", { to, reason });
const clock = (seconds: number): number => Date.UTC(2026, 0, 1) + seconds * 1000;

function fold(events: Event[]): { progress: Progress; lines: Line[] } {
  let progress = noProgress;
  const lines = events.flatMap((each) => {
    const next = advance(progress, each);
    progress = next.progress;
    return next.lines;
  });
  return { progress, lines };
}

test("each stage that ends is a line with its time, and the end tells the whole time", () => {
  const { lines } = fold([
    event(0, "generation.created"),
    move(0, "planning"),
    move(1.5, "coding"),
    move(4, "building"),
    move(70, "complete", "The preview answers."),
  ]);
  expect(lines).toEqual([
    { tone: "good", text: "✓ Planning                 1.5 s" },
    { tone: "good", text: "✓ Writing code             2.5 s" },
    { tone: "good", text: "✓ Building                 1 min 06 s" },
    { tone: "good", text: "Done after 1 min 10 s: The preview answers." },
  ]);
});

test.each([
  ["failed", "✗ Building                 2.0 s", "Failed after 2.0 s: No disk."],
  ["escalated", "✗ Building                 2.0 s", "Needs a person after 2.0 s: No disk."],
  ["cancelled", "✗ Building                 2.0 s", "Cancelled after 2.0 s: No disk."],
])("a generation that ends %s says so and why", (state, stage, end) => {
  const { lines, progress } = fold([move(0, "building"), move(2, state, "No disk.")]);
  expect(lines).toEqual([
    { tone: "bad", text: stage },
    { tone: "bad", text: end },
  ]);
  expect(statusLine(progress, clock(3))).toBe("");
});

test("a stage that has to be repaired is not shown as a success", () => {
  expect(fold([move(0, "building"), move(2, "healing")]).lines).toEqual([
    { tone: "warn", text: "! Building                 2.0 s" },
  ]);
});

test("the status line shows the stage, its running time and the newest log line", () => {
  const log = event(1, "log.appended", { source: "build", level: "info", text: "one\ntwo" });
  const { progress, lines } = fold([move(0, "building"), log]);
  expect(lines.map((line) => line.text)).toEqual(["  build     one", "  build     two"]);
  expect(statusLine(progress, clock(3.25))).toBe("Building                 3.3 s  two");
});

test("a clock behind the platform's does not give negative times", () => {
  const { progress } = fold([move(10, "building")]);
  expect(statusLine(progress, clock(9))).toBe("Building                 0.0 s");
});

test.each([
  ["plan.proposed", { prd: { name: "Shop", pages: [1, 2], models: [1] } }, "  plan      Shop: 2 pages, 1 model"],
  ["file.changed", { action: "added", path: "src/a.ts" }, "  added     src/a.ts"],
  ["decision.recorded", { question: "Roles?", choice: "none" }, "  decision  Roles? → none"],
  ["review.completed", { findings: [] }, "  review    0 findings"],
  [
    "heal.attempted",
    { category: "type-error", kind: "import", origin: "rule" },
    "  repair    type-error (import, by rule)",
  ],
  ["version.created", { number: 2, message: "Add search\n\nbody" }, "  version   2: Add search"],
  ["preview.ready", { url: "http://x.test" }, "  preview   http://x.test"],
])("%s is one line", (type, data, text) => {
  expect(fold([event(0, type, data)]).lines.map((line) => line.text)).toEqual([text]);
});

test("an event this version does not know is passed over", () => {
  expect(fold([event(0, "moon.landed", { data: null })])).toEqual({ progress: noProgress, lines: [] });
});

test.each([
  [0, "0.0 s"],
  [999, "1.0 s"],
  [59_900, "59.9 s"],
  [60_000, "1 min 00 s"],
  [3_661_000, "61 min 01 s"],
])("%i ms reads %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
