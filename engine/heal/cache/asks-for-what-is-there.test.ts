import { describe, expect, it } from "vitest";
import type { Tree } from "../edits/edit.ts";
import { asksForWhatIsThere } from "./asks-for-what-is-there.ts";

const before: Tree = new Map([
  ["src/a.ts", 'import { locale } from "./missing.ts";\nexport const a = locale;\n'],
  ["src/b.ts", "export const b = 1;\n"],
]);
const withFile = (path: string, text: string): Tree => new Map([...before, [path, text]]);

describe("what a fix asks of an app", () => {
  it.each([
    {
      name: "a file that was missing, with what is imported of it",
      path: "src/missing.ts",
      text: "export const locale = 1;\n",
      is: true,
    },
    {
      name: "a file in its place that is another one",
      path: "src/missing.ts",
      text: "export const zone = 1;\n",
      is: false,
    },
    { name: "a file that nobody asked for", path: "src/else.ts", text: "export const zone = 1;\n", is: true },
    {
      name: "an import of what a file has",
      path: "src/b.ts",
      text: 'import { a } from "./a.ts";\nexport const b = a;\n',
      is: true,
    },
    {
      name: "an import of what it does not have",
      path: "src/b.ts",
      text: 'import { c } from "./a.ts";\nexport const b = c;\n',
      is: false,
    },
    {
      name: "an import of a file that is not there",
      path: "src/b.ts",
      text: 'import { c } from "./c.ts";\nexport const b = c;\n',
      is: false,
    },
  ])("is there, or not: $name", ({ path, text, is }) => {
    expect(asksForWhatIsThere(before, withFile(path, text))).toBe(is);
  });
});
