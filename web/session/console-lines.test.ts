import { expect, it } from "vitest";
import type { Envelope } from "#protocol/envelope.ts";
import type { LogLevel, LogSource } from "#protocol/project-events.ts";
import { toLines } from "./console-lines.ts";

const said = (source: LogSource, level: LogLevel, text: string) =>
  toLines({
    v: 1,
    seq: 7,
    id: "evt_7",
    ts: "2026-11-21T10:00:00.000Z",
    type: "log.appended",
    actor: { kind: "system", id: "builder" },
    data: { generationId: "gen_1", source, level, text },
  } as Envelope<"log.appended">);

it("makes one line of each, without an empty one for the last break", () => {
  const lines = said("loop", "info", "one\n\ntwo\n");
  expect(lines.map(({ key, text }) => [key, text])).toEqual([
    ["7.0", "one"],
    ["7.1", ""],
    ["7.2", "two"],
  ]);
  expect(lines[0]?.generationId).toBe("gen_1");
});

it.each([
  ["types", "src/app.tsx(3,5): error TS2304: Cannot find name 'x'.", "error"],
  ["test", " FAIL  src/app.test.tsx > adds", "error"],
  ["build", "TypeError: x is not a function", "error"],
  ["lint", "Found 2 errors.", "error"],
  ["lint", "Found 0 warnings and 0 errors.", "info"],
  ["build", "dist/assets/error-page-abc.js 12 kB", "info"],
  ["install", "npm warn deprecated left-pad@1.0.0", "warn"],
  ["architect", "error: of the plan", "info"],
] as const)("reads what %s prints to standard output: %s is %s", (source, text, level) => {
  expect(said(source, "info", text)[0]?.level).toBe(level);
});

it("leaves a level alone that the platform gave", () => {
  expect(said("types", "debug", "error: in the debugger")[0]?.level).toBe("debug");
});
