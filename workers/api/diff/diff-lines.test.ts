import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLines, type LineEdit } from "./diff-lines.ts";
import { toHunks } from "./hunks.ts";

const side = (edits: LineEdit[], left: "-" | "+") =>
  edits.filter(({ kind }) => kind === " " || kind === left).map(({ line }) => line);
const script = (before: string, after: string) =>
  diffLines([...before], [...after])
    .map(({ kind, line }) => kind + line)
    .join(" ");

const lines = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 40 });

describe("diffLines", () => {
  it.each([
    { before: "abc", after: "abc", expected: " a  b  c" },
    { before: "abc", after: "axc", expected: " a -b +x  c" },
    { before: "", after: "ab", expected: "+a +b" },
    { before: "ab", after: "", expected: "-a -b" },
    { before: "abcabba", after: "cbabac", expected: "-a -b  c +b  a  b -b  a +c" },
  ])("turns $before into $after", ({ before, after, expected }) => {
    expect(script(before, after)).toBe(expected);
  });

  it("gives back both sides, whatever they are", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const edits = diffLines(before, after);
        expect(side(edits, "-")).toEqual(before);
        expect(side(edits, "+")).toEqual(after);
      }),
    );
  });

  it("never edits more than the longest common subsequence demands", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const kept = diffLines(before, after).filter(({ kind }) => kind === " ").length;
        expect(kept).toBe(longestCommon(before, after));
      }),
      { numRuns: 200 },
    );
  });

  it("gives back both sides of texts that have nothing in common and many lines", () => {
    const before = Array.from({ length: 3_000 }, (_, index) => `old ${index}`);
    const after = Array.from({ length: 3_000 }, (_, index) => `new ${index}`);
    const edits = diffLines(before, after);
    expect(side(edits, "-")).toEqual(before);
    expect(side(edits, "+")).toEqual(after);
  });
});

describe("toHunks", () => {
  it("rebuilds the new text when its hunks are applied to the old one", () => {
    const long = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f"), { maxLength: 60 });
    fc.assert(
      fc.property(long, long, (before, after) => {
        const patched: string[] = [];
        let position = 0;
        for (const hunk of toHunks(diffLines(before, after))) {
          const start = hunk.oldLines === 0 ? hunk.oldStart : hunk.oldStart - 1;
          patched.push(...before.slice(position, start));
          expect(hunk.newLines === 0 ? hunk.newStart : hunk.newStart - 1).toBe(patched.length);
          const removed = hunk.lines.filter((line) => !line.startsWith("+")).map((line) => line.slice(1));
          const added = hunk.lines.filter((line) => !line.startsWith("-")).map((line) => line.slice(1));
          expect(before.slice(start, start + hunk.oldLines)).toEqual(removed);
          expect(added).toHaveLength(hunk.newLines);
          patched.push(...added);
          position = start + hunk.oldLines;
        }
        patched.push(...before.slice(position));
        expect(patched).toEqual(after);
      }),
    );
  });

  it("keeps changes far apart in separate hunks, and near ones together", () => {
    const before = Array.from({ length: 40 }, (_, index) => String(index));
    const change = (...at: number[]) => before.map((line, index) => (at.includes(index) ? "x" : line));
    expect(toHunks(diffLines(before, change(5, 30)))).toHaveLength(2);
    expect(toHunks(diffLines(before, change(5, 12)))).toHaveLength(1);
  });
});

function longestCommon(a: string[], b: string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const x of a) {
    const next = [0];
    b.forEach((y, index) =>
      next.push(x === y ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0)),
    );
    row = next;
  }
  return row[b.length] ?? 0;
}
