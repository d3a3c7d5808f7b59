import { describe, expect, it } from "vitest";
import { searchText } from "./search-text.ts";

const files = [
  { path: "a.ts", text: "const total = 1;\n  Total(total);\n" },
  { path: "b.png", text: null },
  { path: "c.ts", text: "subtotal.$x = a+b;" },
];
const options = { query: "total", matchCase: false, wholeWord: false, regex: false };
const places = (given: Partial<typeof options>) =>
  searchText(files, { ...options, ...given }).files.flatMap(({ path, matches }) =>
    matches.map(({ line, text, from, to }) => `${path}:${line} ${text.slice(from, to)}`),
  );

describe("searching in all files", () => {
  it.each([
    { given: {}, expected: ["a.ts:1 total", "a.ts:2 Total", "c.ts:1 total"] },
    { given: { matchCase: true }, expected: ["a.ts:1 total", "a.ts:2 total", "c.ts:1 total"] },
    { given: { wholeWord: true }, expected: ["a.ts:1 total", "a.ts:2 Total"] },
    { given: { query: ".$x" }, expected: ["c.ts:1 .$x"] },
    { given: { query: "a+b" }, expected: ["c.ts:1 a+b"] },
    {
      given: { query: "t.t[a-z]l", regex: true, matchCase: true },
      expected: ["a.ts:1 total", "a.ts:2 total", "c.ts:1 total"],
    },
    { given: { query: "x*", regex: true }, expected: [] },
  ])("finds $given", ({ given, expected }) => expect(places(given)).toEqual(expected));

  it("says what is no regular expression", () => {
    expect(() => places({ query: "(", regex: true })).toThrow(SyntaxError);
  });

  it("shows the place in a long line, and stops at a thousand lines", () => {
    const long = `${"x".repeat(5_000)}needle${"y".repeat(5_000)}`;
    const many = Array.from({ length: 1_200 }, () => long).join("\n");
    const { matches, cut, files } = searchText([{ path: "m", text: many }], { ...options, query: "needle" });
    expect([matches, cut]).toEqual([1_000, true]);
    const first = files[0]?.matches[0];
    expect(first?.text.slice(first.from, first.to)).toBe("needle");
    expect(first?.text.length).toBeLessThanOrEqual(240);
  });
});
