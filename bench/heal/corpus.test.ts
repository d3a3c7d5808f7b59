import { describe, expect, it } from "vitest";
import { type Half, halves } from "./broken-app.ts";
import { readCorpus } from "./corpus-file.ts";
import { mutations } from "./mutations/mutations.ts";
import { trimOutput } from "./trim-output.ts";

const names = Object.keys(halves) as Half[];

describe("the corpus", () => {
  it.each(names)("has apps in its %s half, each broken in a way that a step noticed", (half) => {
    const records = readCorpus(half);
    expect(records.length).toBeGreaterThan(0);
    expect(records.every(({ seed }) => seed >= halves[half].from)).toBe(true);
    expect(new Set(records.map(({ seed }) => seed)).size).toBe(records.length);
    for (const { runs } of records) expect(Object.keys(runs[0]?.failed ?? {})).not.toEqual([]);
  });

  it("shows no app in both halves, and knows every kind of fault in them", () => {
    const [development = [], heldOut = []] = names.map((half) => readCorpus(half));
    const seeds = new Set(development.map(({ seed }) => seed));
    expect(heldOut.filter(({ seed }) => seeds.has(seed))).toEqual([]);
    const kinds = new Set(mutations.map(({ kind }) => kind));
    expect([...development, ...heldOut].flatMap(({ faults }) => faults).filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it("has several faults at once in a fifth of the apps", () => {
    const all = names.flatMap((half) => readCorpus(half));
    const several = all.filter(({ faults }) => faults.length > 1).length / all.length;
    expect(several).toBeGreaterThan(0.17);
    expect(several).toBeLessThan(0.23);
  });
});

describe("what is kept of a step's output", () => {
  it("is what says something of the fault, with the project's own paths", () => {
    const printed = [
      'npm warn Unknown user config "nodedir"',
      "\u001b[31msrc/a.ts\u001b[39m(1,2): error TS2304: Cannot find name 'a'.",
      "    at run (/tmp/b/build-1/work/src/a.ts:1:2)",
      "    at one (/tmp/b/build-1/work/node_modules/x/a.js:1:2)",
      "    at two (/tmp/b/build-1/work/node_modules/x/a.js:1:2)",
      "   Duration  3.20s",
    ].join("\n");
    expect(trimOutput(printed, /\/tmp\/b\/build-1\/work\//g)).toBe(
      [
        "src/a.ts(1,2): error TS2304: Cannot find name 'a'.",
        "    at run (src/a.ts:1:2)",
        "    at one (node_modules/x/a.js:1:2)",
      ].join("\n"),
    );
  });
});
