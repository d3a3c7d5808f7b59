import { describe, expect, it } from "vitest";
import type { ConsoleLine } from "../../session/console-lines.ts";
import { appendAll, emptyList, itemsFrom } from "../../session/kept-list.ts";
import { type ConsoleFilter, type ShownLines, nextHit, placeOfHit, showLines } from "./console-filter.ts";
import { linesAsNdjson, linesAsText } from "./write-lines.ts";

const line = (seq: number, level: ConsoleLine["level"], source: ConsoleLine["source"], text: string): ConsoleLine => ({
  key: `${seq}.0`,
  seq,
  ts: "2026-11-21T10:00:00.000Z",
  generationId: "gen_1",
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
const log = appendAll(emptyList<ConsoleLine>(), lines, 100);
const all: ConsoleFilter = { level: "debug", source: "all", find: "", only: false };
const seqs = (shown: ShownLines): number[] => [...itemsFrom(shown.lines)].map(({ seq }) => seq);

it.each([
  { name: "everything", filter: all, shown: [1, 2, 3, 4], hits: [] },
  { name: "a level and what is worse", filter: { ...all, level: "warn" }, shown: [3, 4], hits: [] },
  { name: "one source", filter: { ...all, source: "build" }, shown: [2, 3], hits: [] },
  { name: "words, marked among the rest", filter: { ...all, find: " APP.tsx " }, shown: [1, 2, 3, 4], hits: [1, 3] },
  { name: "words alone", filter: { ...all, find: "app.tsx", only: true }, shown: [2, 4], hits: [0, 1] },
  {
    name: "all together",
    filter: { level: "info", source: "types", find: "ts2304", only: true },
    shown: [4],
    hits: [0],
  },
  {
    name: "characters that would be a pattern, as they are",
    filter: { ...all, find: ".*" },
    shown: [1, 2, 3, 4],
    hits: [],
  },
] satisfies { name: string; filter: ConsoleFilter; shown: number[]; hits: number[] }[])(
  "shows $name",
  ({ filter, shown, hits }) => {
    const result = showLines(null, log, filter);
    expect(seqs(result)).toEqual(shown);
    expect([...itemsFrom(result.hits)]).toEqual(hits);
  },
);

describe("a growing log", () => {
  const many = (from: number, count: number): ConsoleLine[] =>
    Array.from({ length: count }, (_, index) =>
      line(from + index, index % 3 === 0 ? "error" : "info", "test", (from + index) % 7 === 0 ? "seven" : "other"),
    );

  it.each([all, { ...all, level: "error" }, { ...all, find: "seven" }, { ...all, find: "seven", only: true }] as const)(
    "shows the same as if it were looked through at once: %o",
    (filter) => {
      let growing = emptyList<ConsoleLine>();
      let shown: ShownLines | null = null;
      for (let from = 1; from < 12_000; from += 850) {
        growing = appendAll(growing, many(from, 850), 5_000);
        shown = showLines(shown, growing, filter);
      }
      const anew = showLines(null, growing, filter);
      const held = shown === null ? [] : seqs(shown);
      // Chunks go whole, so a few lines that the log has forgotten may still stand before the others.
      expect(held.slice(held.indexOf(seqs(anew)[0] ?? -1))).toEqual(seqs(anew));
      const found = (of: ShownLines | null): (number | undefined)[] =>
        of === null ? [] : [...itemsFrom(of.hits)].map((number) => seqs(of)[number - of.lines.dropped]);
      expect(found(shown).slice(-found(anew).length)).toEqual(found(anew));
    },
  );

  it("begins anew with a log that began anew", () => {
    const shown = showLines(null, log, all);
    const other = appendAll(emptyList<ConsoleLine>(), many(1, 10), 100);
    expect(seqs(showLines(shown, other, { ...all, level: "error" }))).toEqual([1, 4, 7, 10]);
    expect(
      showLines(showLines(null, log, { ...all, find: "seven" }), other, { ...all, find: "seven" }).hits.length,
    ).toBe(1);
  });

  it("gives the same answer back for the same log, so that nothing is drawn again", () => {
    const shown = showLines(null, log, all);
    expect(showLines(shown, log, { ...all })).toBe(shown);
  });
});

it("goes from hit to hit, round the ends", () => {
  const hits = appendAll(emptyList<number>(), [4, 9, 20], 100);
  expect(nextHit(hits, null, 1)).toBe(20);
  expect(nextHit(hits, 4, 1)).toBe(9);
  expect(nextHit(hits, 20, 1)).toBe(4);
  expect(nextHit(hits, 4, -1)).toBe(20);
  expect(nextHit(hits, 10, -1)).toBe(9);
  expect(nextHit(emptyList<number>(), 4, 1)).toBeNull();
  expect(placeOfHit(hits, 9)).toBe(1);
  expect(placeOfHit(hits, 10)).toBe(-1);
});

it("exports one line of text a line, and one object a line", () => {
  expect(linesAsText(lines.slice(3))).toBe("2026-11-21T10:00:00.000Z ERROR types     TS2304 in src/app.tsx\n");
  expect(JSON.parse(linesAsNdjson(lines.slice(3)))).toEqual({
    seq: 4,
    ts: "2026-11-21T10:00:00.000Z",
    level: "error",
    source: "types",
    generationId: "gen_1",
    text: "TS2304 in src/app.tsx",
  });
});
