import { describe, expect, it } from "vitest";
import { codeParts, kindInWords, originInWords } from "./fix-words.ts";

describe("words about a fix", () => {
  it.each([
    { kind: "type/missing-property", words: "Types: missing property" },
    { kind: "syntax", words: "Syntax" },
    { kind: "novel/thing", words: "novel: thing" },
  ])("call $kind $words", ({ kind, words }) => {
    expect(kindInWords(kind)).toBe(words);
  });

  it("show as code what stands in backticks", () => {
    expect(codeParts("Puts in `await`.")).toEqual([
      { text: "Puts in ", isCode: false },
      { text: "await", isCode: true },
      { text: ".", isCode: false },
    ]);
    expect(codeParts("Waits.")).toEqual([{ text: "Waits.", isCode: false }]);
  });

  it("say where a borrowed one is from, whoever made it there", () => {
    expect(originInWords({ origin: "model", borrowed: true })).toBe("Helped in other workspaces before");
    expect(originInWords({ origin: "model", borrowed: false })).toBe("Made by a model");
  });
});
