import { describe, expect, it } from "vitest";
import { chunkLimits, countTokens } from "./chunk.ts";
import { chunkDeclarations } from "./chunk-declarations.ts";

const headings = (text: string) => chunkDeclarations(text).map(({ heading }) => heading);

describe("type declarations in pieces", () => {
  it("keeps each declaration with its comment and its line", () => {
    const text = `import { A } from "./a.js";\n\n/**\n * Adds; even "quoted { braces".\n */\nexport declare function add(a: number): { sum: number };\nexport declare const limit: 5;\nexport { A };\n`;
    expect(chunkDeclarations(text)).toEqual([
      {
        heading: "add",
        line: 6,
        text: `/**\n * Adds; even "quoted { braces".\n */\nexport declare function add(a: number): { sum: number };`,
      },
      { heading: "limit", line: 7, text: "export declare const limit: 5;" },
    ]);
  });

  it("looks into namespaces and modules, and names what stands in them", () => {
    const text = `declare namespace React {\n  /** A hook. */\n  function useThing(): void;\n}\ndeclare module "node:x" {\n  namespace inner {\n    /** Runs. */\n    function run(): void;\n  }\n}`;
    expect(headings(text)).toEqual(["useThing", "inner.run"]);
  });

  it("splits a long class by its members, under its own first line", () => {
    const members = Array.from(
      { length: 40 },
      (_unused, at) =>
        `    /**\n     * Does the thing number ${at}, ${"with care ".repeat(20)}.\n     */\n    method${at}(input: string): void;`,
    );
    const pieces = chunkDeclarations(
      `/** Holds all. */\nexport declare class Big<T extends Record<string, {}> = {}> extends Base {\n    private hidden;\n${members.join("\n")}\n}`,
    );
    expect(pieces[0]).toMatchObject({ heading: "Big", line: 2 });
    expect(pieces.some(({ heading }) => heading.includes("Big.method39"))).toBe(true);
    expect(pieces.some(({ text }) => text.includes("hidden"))).toBe(false);
    for (const { text } of pieces) {
      expect(text).toContain("class Big<T extends Record<string, {}> = {}> extends Base {");
      expect(countTokens(text)).toBeLessThanOrEqual(chunkLimits.most);
    }
  });

  it("puts overloads together, and leaves out what is internal, deprecated or says nothing", () => {
    const text = `/** One. */\nexport declare function get(a: string): string;\n/** Two. */\nexport declare function get(a: number): number;\n/** @internal */\nexport declare function hidden(): void;\n/** @deprecated */\nexport declare function old(): void;\ntype Inner = string | number;\nexport declare const _private: 1;`;
    expect(headings(text)).toEqual(["get"]);
    expect(chunkDeclarations(text)[0]?.text).toMatch(/One[\s\S]*Two/);
  });

  it("ends for a text that is not TypeScript at all", () => {
    expect(() => chunkDeclarations(`}}}} "unclosed { /* never closed`)).not.toThrow();
    expect(chunkDeclarations("plain words\nand more of them")).toEqual([]);
  });
});
