import { expect, it } from "vitest";
import type { ConsoleLine } from "../session/project-view.ts";
import { filterLines, linesAsText, sourcesOf } from "./console-filter.ts";

const line = (seq: number, level: ConsoleLine["level"], source: ConsoleLine["source"], text: string): ConsoleLine => ({
  key: `${seq}.0`,
  seq,
  ts: "2026-11-21T10:00:00.000Z",
  level,
  source,
  text,
});
const lines = [
  line(1, "debug", "loop", "entering build"),
  line(2, "info", "build", "transforming src/App.tsx"),
  line(3, "warn", "build", "chunk is large"),
  line(4, "error", "types", "TS2304 in src/app.tsx"),
];
const seqs = (...filter: Parameters<typeof filterLines>): number[] => filterLines(...filter).map(({ seq }) => seq);

it.each([
  { name: "everything", filter: { level: "debug", source: "all", search: "" }, shown: [1, 2, 3, 4] },
  { name: "a level and what is worse", filter: { level: "warn", source: "all", search: "" }, shown: [3, 4] },
  { name: "one source", filter: { level: "debug", source: "build", search: "" }, shown: [2, 3] },
  {
    name: "a search without regard to case",
    filter: { level: "debug", source: "all", search: " APP.tsx " },
    shown: [2, 4],
  },
  { name: "all three together", filter: { level: "info", source: "types", search: "ts2304" }, shown: [4] },
  {
    name: "characters that would be a pattern, as they are",
    filter: { level: "debug", source: "all", search: ".*" },
    shown: [],
  },
] as const)("shows $name", ({ filter, shown }) => {
  expect(seqs(lines, filter)).toEqual(shown);
});

it("gives the same array back when nothing is filtered, so that nothing is drawn again", () => {
  expect(filterLines(lines, { level: "debug", source: "all", search: "" })).toBe(lines);
});

it("offers the sources that occur", () => {
  expect(sourcesOf(lines)).toEqual(["loop", "build", "types"]);
});

it("exports one line of text a line", () => {
  expect(linesAsText(lines.slice(3))).toBe("2026-11-21T10:00:00.000Z ERROR types     TS2304 in src/app.tsx\n");
});
