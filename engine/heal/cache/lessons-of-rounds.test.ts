import { describe, expect, it } from "vitest";
import { allowedPackages } from "#engine/agents/coder/allowed-packages.ts";
import type { Tree } from "../edits/edit.ts";
import { structuredError, type StructuredError } from "../structured-error.ts";
import { learnFix } from "./learn-fix.ts";
import { lessonsOfRounds } from "./lessons-of-rounds.ts";

const tsc = (code: string, file: string, line: number, column: number, message: string): StructuredError =>
  structuredError({ tool: "tsc", code, file, line, column, message });
const state = (a: string, b: string, manifest = '{ "dependencies": { "zod": "4.6.7" } }\n'): Tree =>
  new Map([
    ["src/a.ts", a],
    ["src/b.ts", b],
    ["package.json", manifest],
  ]);

const brokenA = "const a: number = load(x);\n";
const mendedA = "const a: number = await load(x);\n";
const brokenB = "const b = c.d ?? 1;\n";
const mendedB = "const b = c?.d ?? 1;\n";
const promise = tsc("TS2322", "src/a.ts", 1, 7, "Type 'Promise<number>' is not assignable to type 'number'.");
const absent = tsc("TS18048", "src/b.ts", 1, 11, "'c' is possibly 'undefined'.");
const lessons = (rounds: Parameters<typeof lessonsOfRounds>[0], green: Tree) =>
  lessonsOfRounds(rounds, green, { packages: allowedPackages });

describe("what the rounds of a generation teach", () => {
  it("is one fix for each cause, with the changes that are next to it", () => {
    const found = lessons([{ causes: [promise, absent], tree: state(brokenA, brokenB) }], state(mendedA, mendedB));
    expect(found.map(({ lesson }) => [lesson.error.code, [...lesson.after]])).toEqual([
      ["TS2322", [...state(mendedA, brokenB)]],
      ["TS18048", [...state(brokenA, mendedB)]],
    ]);
    for (const { lesson } of found) expect(learnFix(lesson)).not.toBeNull();
  });

  it("reaches from the tree that first showed a cause to the one that no longer did", () => {
    const found = lessons(
      [
        { causes: [promise], tree: state(brokenA, brokenB) },
        { causes: [promise], tree: state("const a: number = void load(x);\n", brokenB) },
        { causes: [absent], tree: state(mendedA, brokenB) },
      ],
      state(mendedA, mendedB),
    );
    expect(found.map(({ from, until, lesson }) => [from, until, [...lesson.before], [...lesson.after]])).toEqual([
      [0, 2, [...state(brokenA, brokenB)], [...state(mendedA, brokenB)]],
      [2, 3, [...state(mendedA, brokenB)], [...state(mendedA, mendedB)]],
    ]);
  });

  it("is nothing where changes cannot be told apart", () => {
    const found = lessons(
      [{ causes: [promise, { ...absent, file: null }], tree: state(brokenA, brokenB) }],
      state(mendedA, mendedB),
    );
    expect(found).toEqual([]);
  });

  it("is a package, by its name, where one was added", () => {
    const missing = tsc(
      "TS2307",
      "src/a.ts",
      1,
      7,
      "Cannot find module 'date-fns' or its corresponding type declarations.",
    );
    const after = state(brokenA, brokenB, '{ "dependencies": { "date-fns": "4.1.0", "zod": "4.6.7" } }\n');
    const [found] = lessons([{ causes: [missing], tree: state(brokenA, brokenB) }], after);
    expect(found?.lesson.added).toEqual([{ name: "date-fns", range: "4.1.0" }]);
    expect(found && learnFix(found.lesson)).toMatchObject({
      changes: [],
      packages: [{ name: "date-fns", range: "4.1.0" }],
    });
  });
});
