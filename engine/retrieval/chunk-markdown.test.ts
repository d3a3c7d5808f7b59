import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkLimits, countTokens } from "./chunk.ts";
import { chunkMarkdown } from "./chunk-markdown.ts";
import { cleanMarkdown } from "./clean-markdown.ts";

const sentence = (at: number) => `Sentence number ${at} says something about routes and loaders in a few more words.`;

describe("Markdown in pieces", () => {
  it("begins a new piece at every heading and says under which ones it stands", () => {
    const pieces = chunkMarkdown("Intro text.\n\n# Routing\n\nA.\n\n## Params\n\nB.\n\n# Data\n\nC.");
    expect(pieces).toEqual([
      { heading: "", line: 1, text: "Intro text." },
      { heading: "Routing", line: 5, text: "A." },
      { heading: "Routing > Params", line: 9, text: "B." },
      { heading: "Data", line: 13, text: "C." },
    ]);
  });

  it("keeps a code block whole, with what introduces it", () => {
    const code = [
      "```ts",
      ...Array.from({ length: 60 }, (_unused, at) => `const value${at} = ${at}; // # not a heading`),
      "```",
    ];
    const pieces = chunkMarkdown(`# Example\n\nLike this:\n\n${code.join("\n")}\n\nAfter it.`);
    expect(pieces[0]?.text).toBe(`Like this:\n\n${code.join("\n")}`);
    expect(pieces.every(({ heading }) => heading === "Example")).toBe(true);
  });

  it("splits a long section between paragraphs, and repeats the end of one piece in the next", () => {
    const paragraphs = Array.from({ length: 60 }, (_unused, at) => sentence(at));
    const pieces = chunkMarkdown(`# Long\n\n${paragraphs.join("\n\n")}\n\n${paragraphs.slice(0, 12).join(" ")}`);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.every(({ text }) => countTokens(text) <= chunkLimits.most)).toBe(true);
    const twice = paragraphs.filter((text) => pieces.filter((piece) => piece.text.includes(text)).length > 1);
    expect(twice.length).toBeGreaterThan(0);
    for (const text of paragraphs) expect(pieces.some((piece) => piece.text.includes(text))).toBe(true);
  });

  it("makes no piece longer than allowed and loses no word, whatever the text", () => {
    const line = fc.constantFrom(
      "# A",
      "## B",
      "```",
      "",
      "word ".repeat(900),
      "x".repeat(9_000),
      "Some text.",
      "- item",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const pieces = chunkMarkdown(lines.join("\n"));
        for (const { text } of pieces)
          expect(countTokens(text)).toBeLessThanOrEqual(chunkLimits.most + chunkLimits.overlap);
        const words = lines.filter((each) => /^(word|x|Some|-)/.test(each)).length;
        if (words > 0) expect(pieces.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe("clean Markdown", () => {
  it("drops badges, comments, pictures and addresses, and keeps its lines where they were", () => {
    const text =
      "---\ntitle: Sessions\n---\n[![Build](a.svg)](b)\n<!-- note\nof two lines -->\nSee [the docs](https://x.y/z_(a)).\n```\n<!-- code -->\n```";
    const clean = cleanMarkdown(text);
    expect(clean.split("\n")).toHaveLength(text.split("\n").length);
    expect(clean).toBe("\n# Sessions\n\n\n\n\nSee the docs.\n```\n\n```");
  });
});
