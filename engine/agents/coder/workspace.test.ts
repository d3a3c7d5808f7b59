import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeTree } from "./repo-map.ts";
import { Workspace } from "./workspace.ts";

const tree = new Map([
  ["src/a.ts", "export const a = 1;\nexport const b = 2;\n"],
  ["src/b.ts", "import { a } from './a.ts';\n\nfunction  total() {\n  return a;\n}\n"],
  ["package-lock.json", "{}"],
]);
const open = () => new Workspace(tree, (path) => (path === "package-lock.json" ? "it is kept by the platform." : null));

describe("a workspace", () => {
  it("replaces the one place that is meant", () => {
    const workspace = open();
    workspace.edit("src/a.ts", "a = 1", "a = 3");
    expect(workspace.read("src/a.ts")).toBe("export const a = 3;\nexport const b = 2;\n");
    expect([...workspace.changes.keys()]).toEqual(["src/a.ts"]);
  });

  it("takes a replacement as it is, also one with dollar signs", () => {
    const workspace = open();
    workspace.edit("src/a.ts", "a = 1", "a = `${$&}$1`");
    expect(workspace.read("src/a.ts")).toContain("a = `${$&}$1`;");
  });

  it("says where the text stands when it is not unique", () => {
    expect(() => open().edit("src/a.ts", "export const", "const")).toThrow(/2 times .* \(lines 1, 2\)/);
  });

  it("shows what does stand there when only the spaces differ", () => {
    expect(() => open().edit("src/b.ts", "function total() {\n  return a;", "x")).toThrow(/function {2}total\(\) \{/);
  });

  it("names files alike when one is missing", () => {
    expect(() => open().read("client/a.ts")).toThrow("There is no file client/a.ts. Did you mean src/a.ts?");
  });

  it("is as it was when a change is taken back", () => {
    const workspace = open();
    workspace.write("src/c.ts", "x");
    workspace.delete("src/c.ts");
    workspace.rename("src/a.ts", "src/z.ts");
    workspace.rename("src/z.ts", "src/a.ts");
    expect(workspace.changes.size).toBe(0);
    expect(workspace.tree).toEqual(new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1))));
  });

  it.each([
    "",
    "/etc/passwd",
    "../x",
    "src/../../x",
    "src//x",
    "src\\x",
    "node_modules/x",
    "dist/x.js",
    ".git/config",
    "a\u0000b",
    "x".repeat(300),
  ])("keeps out of %j", (path) => {
    const workspace = open();
    expect(() => workspace.write(path, "x")).toThrow(/not a path|not part of/);
    expect(workspace.changes.size).toBe(0);
  });

  it("lets what the platform keeps be read and not written", () => {
    expect(open().read("package-lock.json")).toBe("{}");
    expect(() => open().write("package-lock.json", "")).toThrow(/kept by the platform/);
    expect(() => open().rename("src/a.ts", "package-lock.json")).toThrow(/kept by the platform/);
  });

  it("reports exactly the files that differ, whatever was done", () => {
    const step = fc.record({
      path: fc.constantFrom("src/a.ts", "src/b.ts", "src/c.ts"),
      text: fc.option(fc.constantFrom("", "one", tree.get("src/a.ts") ?? ""), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const workspace = open();
        const plain = new Map(tree);
        for (const { path, text } of steps) {
          if (text !== null) {
            workspace.write(path, text);
            plain.set(path, text);
          } else if (plain.has(path)) {
            workspace.delete(path);
            plain.delete(path);
          }
        }
        expect(workspace.tree).toEqual(new Map([...plain].sort(([a], [b]) => (a < b ? -1 : 1))));
        const again = open();
        again.apply(workspace.changes);
        expect(again.tree).toEqual(workspace.tree);
      }),
    );
  });
});

describe("the map of a tree", () => {
  it("names what the files export, and becomes shorter when it must", () => {
    expect(describeTree(tree)).toContain("src/a.ts: a, b");
    const many = new Map(
      Array.from({ length: 400 }, (_unused, at) => [`src/file-${at}.ts`, `export const name${at} = 1;`]),
    );
    expect(describeTree(many, 9_000)).not.toContain("name1");
    expect(describeTree(many, 500).length).toBeLessThan(600);
  });
});
