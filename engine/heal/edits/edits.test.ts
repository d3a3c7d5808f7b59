import { describe, expect, it } from "vitest";
import { applyEdits } from "./apply-edits.ts";
import { difference, insert, replace, type Tree } from "./edit.ts";
import { guardRepair } from "./guard-repair.ts";

const tree: Tree = new Map([["src/a.ts", "const a = 1;\nconst b = 2;\n"]]);

describe("applying edits", () => {
  it("changes several places of a file, whatever their order", () => {
    const text = tree.get("src/a.ts") ?? "";
    const applied = applyEdits(tree, [
      replace("src/a.ts", text, 10, 11, "10"),
      insert("src/a.ts", text.length, "// end\n"),
    ]);
    expect(applied.ok && applied.tree.get("src/a.ts")).toBe("const a = 10;\nconst b = 2;\n// end\n");
  });

  it.each([
    {
      name: "the file says something else",
      edits: [{ kind: "replace", path: "src/a.ts", from: 0, expected: "let", text: "var" } as const],
    },
    { name: "the file is not there", edits: [insert("src/b.ts", 0, "x")] },
    { name: "a new file is there already", edits: [{ kind: "create", path: "src/a.ts", text: "" } as const] },
    {
      name: "two edits overlap",
      edits: [
        { kind: "replace", path: "src/a.ts", from: 0, expected: "const a", text: "let a" } as const,
        { kind: "replace", path: "src/a.ts", from: 6, expected: "a", text: "c" } as const,
      ],
    },
  ])("does nothing at all when $name", ({ edits }) => {
    expect(applyEdits(tree, edits).ok).toBe(false);
    expect(tree.get("src/a.ts")).toBe("const a = 1;\nconst b = 2;\n");
  });

  it("makes the smallest edit out of two texts", () => {
    const edit = difference("a.json", '{ "a": 1 }', '{ "a": 12 }');
    expect(edit).toEqual({ kind: "replace", path: "a.json", from: 8, expected: "", text: "2" });
  });
});

const refused: readonly { name: string; path: string; before: string; after: string }[] = [
  { name: "changes a test", path: "tests/app.test.ts", before: "expect(1).toBe(2);", after: "expect(1).toBe(1);" },
  { name: "changes a test beside its source", path: "src/a.spec.tsx", before: "it();", after: "it.skip();" },
  {
    name: "silences the linter",
    path: "src/a.ts",
    before: "const a = 1;",
    after: "// oxlint-disable-next-line no-unused-vars\nconst a = 1;",
  },
  {
    name: "silences the compiler",
    path: "src/a.ts",
    before: "const a = 1;",
    after: "// @ts-expect-error\nconst a = 1;",
  },
  { name: "casts to any", path: "src/a.ts", before: "f(x);", after: "f(x as any);" },
  { name: "casts by way of unknown", path: "src/a.ts", before: "f(x);", after: "f(x as unknown as string);" },
  { name: "declares any", path: "src/a.ts", before: "function f(x: string) {}", after: "function f(x: any) {}" },
  { name: "asserts that a value is there", path: "src/a.tsx", before: "f(x.y);", after: "f(x!.y);" },
  {
    name: "turns a rule off",
    path: ".oxlintrc.json",
    before: '{"rules":{"a":"error"}}',
    after: '{"rules":{"a":"off"}}',
  },
  { name: "takes a rule away", path: ".oxlintrc.json", before: '{"rules":{"a":"error"}}', after: '{"rules":{}}' },
  {
    name: "makes the compiler lenient",
    path: "tsconfig.json",
    before: '{"compilerOptions":{"strict":true}}',
    after: '{"compilerOptions":{"strict":false}}',
  },
  {
    name: "leaves tests out of the run",
    path: "vitest.config.ts",
    before: "export default { test: {} };",
    after: 'export default { test: { exclude: ["tests"] } };',
  },
  { name: "leaves a file that cannot be read", path: "src/a.ts", before: "const a = 1;", after: "const a = ;" },
];

describe("the guard", () => {
  it.each(refused)("refuses a repair that $name", ({ path, before, after }) => {
    expect(guardRepair(new Map([[path, before]]), new Map([[path, after]]))).not.toBeNull();
  });

  const ofModels = refused.filter(({ name }) => !/way of unknown|value is there|cannot be read/.test(name));
  it.each(ofModels)("refuses also of a model a repair that $name", ({ path, before, after }) => {
    expect(guardRepair(new Map([[path, before]]), new Map([[path, after]]), "model")).not.toBeNull();
  });

  it("lets a model cast, assert and delete what is no test", () => {
    const before = new Map([
      ["src/a.ts", "f(x);"],
      ["src/b.ts", "export {};"],
      ["tests/a.test.ts", "it();"],
    ]);
    const without = (path: string) => new Map([...before].filter(([each]) => each !== path));
    expect(guardRepair(before, new Map([...before, ["src/a.ts", "f(x! as string);"]]), "model")).toBeNull();
    expect(guardRepair(before, without("src/b.ts"), "model")).toBeNull();
    expect(guardRepair(before, without("tests/a.test.ts"), "model")).not.toBeNull();
  });

  it("refuses a repair that deletes a file", () => {
    expect(guardRepair(tree, new Map())).not.toBeNull();
  });

  it.each([
    { name: "code", path: "src/a.ts", before: "const a = b;", after: "const a = b?.c;" },
    {
      name: "constants whose type stays as narrow",
      path: "src/a.ts",
      before: "const a = [1] as const;",
      after: "const a = [1, 2] as const;",
    },
    { name: "code that could not be read before", path: "src/a.ts", before: "const a = (1;", after: "const a = (1);" },
    { name: "a setting that is added", path: "tsconfig.json", before: '{"a":{"b":1}}', after: '{"a":{"b":1,"c":2}}' },
    {
      name: "types of a package that the compiler no longer takes in",
      path: "tsconfig.json",
      before: '{"compilerOptions":{"strict":true,"types":["node","jest"]}}',
      after: '{"compilerOptions":{"strict":true,"types":["node"]}}',
    },
    {
      name: "settings that could not be read before",
      path: ".oxlintrc.json",
      before: '{"a":1 "b":2}',
      after: '{"a":1, "b":2}',
    },
    {
      name: "a variable for the tests",
      path: "vitest.config.ts",
      before: "export default { test: { a: 1 } };",
      after: 'export default { test: { env: { A: "1" }, a: 1 } };',
    },
  ])("lets $name pass", ({ path, before, after }) => {
    expect(guardRepair(new Map([[path, before]]), new Map([[path, after]]))).toBeNull();
  });
});
