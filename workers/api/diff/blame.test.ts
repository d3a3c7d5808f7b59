import { describe, expect, it } from "vitest";
import { blameLines } from "./blame.ts";

const blame = (...texts: string[]) => blameLines(texts.map((text) => [...text])).join("");

describe("blameLines", () => {
  it.each([
    { texts: ["abc"], expected: "000" },
    { texts: ["abc", "abc"], expected: "111" },
    { texts: ["axc", "abc"], expected: "101" },
    { texts: ["axcy", "abc", "a"], expected: "2010" },
    { texts: ["ba", "ab", "a"], expected: "10" },
    { texts: ["", "abc"], expected: "" },
    { texts: ["abc", ""], expected: "000" },
  ])("says that the lines of $texts are from $expected", ({ texts, expected }) => {
    expect(blame(...texts)).toBe(expected);
  });
});
