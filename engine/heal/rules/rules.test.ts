import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowedPackages } from "#engine/agents/coder/allowed-packages.ts";
import { labels } from "../fixtures/labels.ts";
import { mended } from "../fixtures/mended.ts";
import { readFixtures, sourceOf } from "../fixtures/read-fixtures.ts";
import { applyEdits } from "../edits/apply-edits.ts";
import { guardRepair } from "../edits/guard-repair.ts";
import type { Tree } from "../edits/edit.ts";
import { parseOutput } from "../parse/parse-output.ts";
import { structuredError, type StructuredError } from "../structured-error.ts";
import { mendJson } from "./broken-json.ts";
import { nearestName } from "./nearest-name.ts";
import { proposeRepairs } from "./propose-repairs.ts";

const fixtures = new Map(readFixtures().map((each) => [`${each.fixture} ${each.step}`, each]));

function repairFixture(fixture: string, step: string) {
  const found = fixtures.get(`${fixture} ${step}`);
  if (found === undefined) throw new Error(`There is no output of ${step} in ${fixture}.`);
  const before: Tree = new Map(Object.entries(found.files));
  return { before, ...proposeRepairs(parseOutput(sourceOf(found.step), found.output), before, allowedPackages) };
}

function changedLines(before: Tree, after: Tree): string[] {
  return [...after].flatMap(([path, text]) => {
    const old = (before.get(path) ?? "").split("\n");
    const now = text.split("\n");
    return [...without(old, now).map((line) => `- ${line}`), ...without(now, old).map((line) => `+ ${line}`)];
  });
}

/** Lines of `lines` beyond those that `others` has as well. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const repairable = labels.filter(([, , , , , , , rules]) => rules !== null);
const others = labels.filter(([, , , , , , , rules]) => rules === null);

describe("rules on broken trees and their real output", () => {
  it.each(repairable)("mend %s, reported by %s", (fixture, step, _leaf, _tool, _code, _place, _causes, rules) => {
    const { before, repairs, left, tree: after } = repairFixture(fixture, step);
    expect(left).toEqual([]);
    expect([...new Set(repairs.map(({ rule }) => rule))].join(" ")).toBe(rules);
    expect(changedLines(before, after).toSorted()).toEqual(mended[fixture]?.toSorted());
    for (const { explanation } of repairs) expect(explanation).toMatch(/^[^\n]{10,300}\.$|:/);
  });

  it.each(others)("leave something of %s, reported by %s, to others", (fixture, step) => {
    const { left } = repairFixture(fixture, step);
    expect(left.length).toBeGreaterThan(0);
  });

  it.each([...new Set(repairable.map(([fixture]) => fixture))])(
    "only propose for %s what the guard lets pass",
    (fixture) => {
      const [, step] = repairable.find(([name]) => name === fixture) ?? ["", "types"];
      const { before, tree } = repairFixture(fixture, step);
      expect(guardRepair(before, tree)).toBeNull();
    },
  );

  it("propose edits that fit no other state of the files", () => {
    const { repairs, before } = repairFixture("unused-variable", "types");
    const moved = new Map([...before].map(([path, text]) => [path, `// A line above\n${text}`]));
    expect(applyEdits(moved, repairs[0]?.edits ?? []).ok).toBe(false);
  });
});

const tsc = (code: string, file: string, line: number, column: number, message: string): StructuredError =>
  structuredError({ tool: "tsc", code, file, line, column, message });

function propose(error: StructuredError, files: Readonly<Record<string, string>>) {
  return proposeRepairs([error], new Map(Object.entries(files)), allowedPackages);
}

const manifest = '{\n  "dependencies": {\n    "hono": "4.13.19",\n    "zod": "4.6.7"\n  }\n}\n';

describe("a missing package", () => {
  it("is never added when nobody here knows it", () => {
    const error = tsc(
      "TS2307",
      "src/a.ts",
      1,
      19,
      "Cannot find module 'left-padder' or its corresponding type declarations.",
    );
    expect(
      propose(error, { "src/a.ts": 'import { a } from "left-padder";', "package.json": manifest }).repairs,
    ).toEqual([]);
  });

  it("is not taken for another one that is not close", () => {
    const error = tsc("TS2307", "src/a.ts", 1, 19, "Cannot find module 'mono' or its corresponding type declarations.");
    expect(propose(error, { "src/a.ts": 'import { a } from "momo";', "package.json": manifest }).repairs).toEqual([]);
  });

  it("is added by the builder when coders may add it", () => {
    const error = tsc(
      "TS2307",
      "src/a.ts",
      1,
      19,
      "Cannot find module 'date-fns' or its corresponding type declarations.",
    );
    const { repairs, tree } = propose(error, { "src/a.ts": 'import { a } from "date-fns";', "package.json": manifest });
    expect(repairs[0]?.packages).toEqual([{ name: "date-fns", range: "^4" }]);
    expect(tree.get("package.json")).toBe(manifest);
  });

  it("is not added to the server when only browsers can run it", () => {
    const error = tsc(
      "TS2307",
      "src/server/a.ts",
      1,
      19,
      "Cannot find module 'motion' or its corresponding type declarations.",
    );
    expect(
      propose(error, { "src/server/a.ts": 'import { a } from "motion";', "package.json": manifest }).repairs,
    ).toEqual([]);
  });

  it("gets its types from where they are", () => {
    const message =
      "Could not find a declaration file for module 'culori'. 'node_modules/culori/index.js' implicitly has an 'any' type.";
    const { repairs } = propose(tsc("TS7016", "src/a.ts", 1, 19, message), {
      "src/a.ts": "",
      "package.json": manifest,
    });
    expect(repairs[0]?.packages).toEqual([{ name: "@types/culori", range: "^4" }]);
  });
});

describe("something that is missing when a page is drawn", () => {
  const boundary = (file: string): StructuredError =>
    structuredError({
      tool: "next",
      code: "CLIENT_BOUNDARY",
      file,
      message: "You're importing a component that needs `useState`. This React Hook only works in a Client Component.",
    });
  const hook = 'import { useState } from "react";\n\nexport function Menu() {\n  return useState(0)[0];\n}\n';

  it("makes a component with a hook one of the browser", () => {
    const { tree } = propose(boundary("src/menu.tsx"), { "src/menu.tsx": hook });
    expect(tree.get("src/menu.tsx")).toBe(`"use client";\n\n${hook}`);
  });

  it("leaves pages that wait or describe themselves to the server", () => {
    const page = `${hook}\nexport const metadata = { title: "Menu" };\n`;
    expect(propose(boundary("src/app/page.tsx"), { "src/app/page.tsx": page }).repairs).toEqual([]);
    const waiting = "export default async function Page() {\n  return null;\n}\n";
    expect(propose(boundary("src/app/page.tsx"), { "src/app/page.tsx": waiting }).repairs).toEqual([]);
  });

  it("does not send what belongs to the server to browsers", () => {
    expect(
      propose(boundary("src/server/db/client.ts"), { "src/server/db/client.ts": "export const a = 1;\n" }).repairs,
    ).toEqual([]);
  });
});

describe("doubt", () => {
  it("leaves a name that two files export to others", () => {
    const error = tsc("TS2304", "src/client/a.tsx", 1, 1, "Cannot find name 'Row'.");
    const files = {
      "src/client/a.tsx": "Row();\n",
      "src/client/b.ts": "export const Row = 1;\n",
      "src/client/c.ts": "export const Row = 2;\n",
    };
    expect(propose(error, files).repairs).toEqual([]);
  });

  it("does not let the browser import from the server", () => {
    const error = tsc("TS2304", "src/client/a.tsx", 1, 1, "Cannot find name 'connect'.");
    expect(
      propose(error, { "src/client/a.tsx": "connect();\n", "src/server/b.ts": "export const connect = 1;\n" }).repairs,
    ).toEqual([]);
  });

  it("keeps a variable whose value does something", () => {
    const error = tsc("TS6133", "src/a.ts", 1, 7, "'saved' is declared but its value is never read.");
    expect(propose(error, { "src/a.ts": "const saved = save();\n" }).repairs).toEqual([]);
  });

  it("waits with what is unused while the file has another fault", () => {
    const unused = tsc("TS6133", "src/a.ts", 1, 10, "'today' is declared but its value is never read.");
    const other = tsc("TS2322", "src/a.ts", 3, 7, "Type 'string' is not assignable to type 'number'.");
    const files = new Map([["src/a.ts", 'import { today } from "./day.ts";\n\nconst a: number = "";\n']]);
    expect(proposeRepairs([other, unused], files, allowedPackages).repairs).toEqual([]);
  });

  it("does not wait where a function may not", () => {
    const error = tsc("TS2339", "src/a.ts", 2, 17, "Property 'id' does not exist on type 'Promise<Row>'.");
    expect(propose(error, { "src/a.ts": "function f() {\n  return load().id;\n}\n" }).repairs).toEqual([]);
  });

  it("does not read on where nobody copes with nothing", () => {
    const error = tsc("TS18048", "src/a.ts", 1, 13, "'row' is possibly 'undefined'.");
    expect(propose(error, { "src/a.ts": "const size = row.size * 2;\n" }).repairs).toEqual([]);
  });

  it("never mends a test", () => {
    const error = tsc(
      "TS2551",
      "tests/a.test.ts",
      1,
      8,
      "Property 'lable' does not exist on type 'Row'. Did you mean 'label'?",
    );
    expect(propose(error, { "tests/a.test.ts": "expect(row.lable).toBe(1);\n" }).left).toHaveLength(1);
  });

  it.each([
    { name: "two commas are missing", text: '{ "a": 1 "b": 2 "c": 3 }' },
    { name: "it is no JSON at all", text: "hello" },
  ])("leaves JSON alone when $name", ({ text }) => {
    expect(mendJson(text)).toBeNull();
  });

  it("takes no name when two are as near", () => {
    expect(nearestName("cart", ["card", "care", "dog"])).toBeNull();
    expect(nearestName("badgeOf", ["badgesOf", "badgeHolds"])).toBe("badgesOf");
  });
});

describe("a fragment", () => {
  it("is closed where its content ends", () => {
    const page = "export function Page() {\n  return (\n    <>\n      <p>One</p>\n    </>\n  );\n}\n";
    const error = tsc("TS17014", "src/a.tsx", 3, 5, "JSX fragment has no corresponding closing tag.");
    const { tree } = propose(error, { "src/a.tsx": page.replace("    </>\n", "") });
    expect(tree.get("src/a.tsx")).toBe(page);
  });
});

describe("several faults at once", () => {
  it("are mended in one round, each on what the others left", () => {
    const names = [
      "import-wrong-path",
      "unused-function",
      "unknown-property",
      "missing-await",
      "unused-one-of-imports",
    ];
    const parts = names.flatMap((name) => fixtures.get(`${name} types`) ?? []);
    expect(parts).toHaveLength(names.length);
    const before: Tree = new Map(parts.flatMap(({ files }) => Object.entries(files)));
    const errors = parseOutput("types", parts.map(({ output }) => output).join("\n"));
    const { repairs, left, tree } = proposeRepairs(errors, before, allowedPackages);
    expect(left).toEqual([]);
    expect(repairs).toHaveLength(names.length);
    expect(changedLines(before, tree).toSorted()).toEqual(names.flatMap((name) => mended[name] ?? []).toSorted());
  });
});

describe("files that are broken in any way", () => {
  const samples = readFixtures().filter(({ step, files }) => step === "types" && Object.keys(files).length > 0);

  it("never make a rule throw, nor propose what the guard refuses", () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), fc.integer({ min: 0, max: 12 }), (sample, place, length) => {
        const before: Tree = new Map(
          Object.entries(sample.files).map(([path, text]) => {
            const at = place % (text.length + 1);
            return [path, text.slice(0, at) + text.slice(at + length)];
          }),
        );
        const { tree } = proposeRepairs(parseOutput("types", sample.output), before, allowedPackages);
        expect(guardRepair(before, tree)).toBeNull();
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});
