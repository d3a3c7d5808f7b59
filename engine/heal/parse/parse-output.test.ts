import { describe, expect, it } from "vitest";
import { labels } from "../fixtures/labels.ts";
import { readFixtures, sourceOf } from "../fixtures/read-fixtures.ts";
import type { StructuredError } from "../structured-error.ts";
import { parseOutput } from "./parse-output.ts";

const fixtures = readFixtures();
const outputOf = (fixture: string, step: string): string => {
  const found = fixtures.find((each) => each.fixture === fixture && each.step === step);
  if (found === undefined) throw new Error(`There is no output of ${step} in ${fixture}.`);
  return found.output;
};

describe("reading real output", () => {
  it("has a label for every output", () => {
    const labelled = labels.map(([fixture, step]) => `${fixture} ${step}`);
    expect(fixtures.map(({ fixture, step }) => `${fixture} ${step}`)).toEqual(labelled);
  });

  it.each(labels)("finds the cause in %s, %s", (fixture, step, _leaf, tool, code, place, causes) => {
    const errors = parseOutput(sourceOf(step), outputOf(fixture, step));
    const [first] = errors;
    expect({ tool: first?.tool, code: first?.code, place: placeOf(first), causes: errors.length }).toEqual({
      tool,
      code,
      place,
      causes,
    });
  });

  it("puts what follows from a renamed member below it", () => {
    const [cause] = parseOutput("types", outputOf("renamed-member-cascade", "types"));
    expect(cause?.message).toBe("Property 'titleFields' does not exist on type 'ModelMeta'.");
    expect(cause?.related.length).toBeGreaterThan(8);
  });

  it("puts what a broken file brings about below its first fault", () => {
    const [cause, ...others] = parseOutput("types", outputOf("unclosed-jsx", "types"));
    expect(others).toEqual([]);
    expect(cause?.related.map(({ code }) => code)).toContain("TS17002");
  });

  it("keeps the details that are indented below an error", () => {
    const [error] = parseOutput("types", outputOf("missing-types-package", "types"));
    expect(error?.excerpt).toContain("npm i --save-dev @types/semver");
  });

  it("says nothing of output without a fault", () => {
    expect(parseOutput("test", " ✓ tests/app.test.ts (5 tests) 12ms\n\n Test Files  13 passed (13)")).toEqual([]);
  });
});

function placeOf(error: StructuredError | undefined): string {
  return error === undefined ? "" : `${error.file ?? ""}${error.line === null ? "" : `:${error.line}`}`;
}

/** Formats of tools that cannot be provoked here, as their sources and documentation have them. */
const documented: readonly {
  name: string;
  source: Parameters<typeof parseOutput>[0];
  output: string;
  first: Partial<StructuredError>;
}[] = [
  {
    name: "pnpm's outdated lockfile",
    source: "install",
    output:
      ' ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile" because pnpm-lock.yaml is not up to date',
    first: { tool: "npm", code: "ERR_PNPM_OUTDATED_LOCKFILE" },
  },
  {
    name: "the compiler in a terminal",
    source: "types",
    output: "src/a.ts:3:5 - error TS2322: Type 'string' is not assignable to type 'number'.",
    first: { tool: "tsc", code: "TS2322", file: "src/a.ts", line: 3, column: 5 },
  },
  {
    name: "a path with brackets",
    source: "types",
    output: "src/app/(app)/[model]/page.tsx(3,5): error TS2322: Type 'string' is not assignable to type 'number'.",
    first: { tool: "tsc", code: "TS2322", file: "src/app/(app)/[model]/page.tsx", line: 3, column: 5 },
  },
  {
    name: "ESLint's list",
    source: "lint",
    output:
      "/src/components/card.tsx\n  3:5  error  'x' is defined but never used  @typescript-eslint/no-unused-vars\n\n✖ 1 problem (1 error, 0 warnings)",
    first: {
      tool: "eslint",
      code: "eslint(@typescript-eslint/no-unused-vars)",
      file: "src/components/card.tsx",
      line: 3,
      column: 5,
    },
  },
  {
    name: "esbuild, which counts columns from 0",
    source: "build",
    output:
      '✘ [ERROR] Could not resolve "./missing"\n\n    src/index.ts:2:20:\n      2 │ import { a } from "./missing";\n        ╵                   ~~~~~~~~~~~\n\n1 error',
    first: { tool: "vite", code: "esbuild", file: "src/index.ts", line: 2, column: 21 },
  },
  {
    name: "workerd's uncaught error",
    source: "serve",
    output: "service core:user:app: Uncaught ReferenceError: Buffer is not defined\n  at index.js:120:9 in start\n",
    first: { tool: "workerd", code: "ReferenceError", message: "ReferenceError: Buffer is not defined" },
  },
  {
    name: "drizzle-kit without its configuration",
    source: "serve",
    output: "drizzle.config.json file does not exist",
    first: { tool: "drizzle-kit", file: "drizzle.config.json" },
  },
  {
    name: "a database that refuses a query",
    source: "serve",
    output: 'DrizzleQueryError: Failed query: select "sku" from "products"',
    first: { tool: "drizzle-kit", code: "DrizzleQueryError" },
  },
  {
    name: "a module that Node does not find",
    source: "serve",
    output:
      "node:internal/modules/esm/resolve:873\n  throw new ERR_MODULE_NOT_FOUND();\n        ^\n\nError [ERR_MODULE_NOT_FOUND]: Cannot find package 'zod' imported from src/server/app.ts\n    at packageResolve (node:internal/modules/esm/resolve:873:9) {\n  code: 'ERR_MODULE_NOT_FOUND'\n}\n\nNode.js v24.21.0",
    first: { tool: "node", code: "ERR_MODULE_NOT_FOUND", file: "src/server/app.ts" },
  },
  {
    name: "a step that was killed for its memory",
    source: "build",
    output:
      "<--- Last few GCs --->\nFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n",
    first: { tool: "node", code: "ENOMEM" },
  },
  {
    name: "what an isolate throws while it starts",
    source: "serve",
    output:
      'service core:user:: Uncaught Error: Dynamic require of "fs" is not supported\n  at dist/server/index.js:1:397\n  at dist/server/index.js:19:73760 in t\n',
    first: { tool: "workerd", code: "Error", file: "dist/server/index.js", line: 1, column: 397 },
  },
  {
    name: "a type error of next build",
    source: "build",
    output:
      "Failed to compile.\n\n./src/components/record-badges.tsx:7:14\nType error: Property 'size' does not exist on type 'BadgeMeta[]'.\n\n 5 | export function RecordBadges()\n",
    first: { tool: "next", code: "TYPE", file: "src/components/record-badges.tsx", line: 7, column: 14 },
  },
  {
    name: "a hook in a server component, by next build",
    source: "build",
    output:
      'Failed to compile.\n\n./src/components/menu.tsx\nError:   x You\'re importing a component that needs `useState`. This React Hook only works in a Client Component. To fix, mark the file (or its parent) with the `"use client"` directive.\n  |\n   ,-[src/components/menu.tsx:3:1]\n 3 | import { useState } from "react";\n   `----\n',
    first: { tool: "next", code: "CLIENT_BOUNDARY", file: "src/components/menu.tsx", line: 3, column: 1 },
  },
  {
    name: "a page that next build could not draw",
    source: "build",
    output:
      "Error occurred prerendering page \"/about\". Read more: https://nextjs.org/docs/messages/prerender-error\nTypeError: Cannot read properties of undefined (reading 'trim')\n    at l (.next/server/app/about/page.js:1:2)\nExport encountered an error on /(app)/about/page: /about, exiting the build.",
    first: {
      tool: "next",
      code: "TypeError",
      message: "TypeError: Cannot read properties of undefined (reading 'trim')",
    },
  },
];

describe("reading documented formats", () => {
  it.each(documented)("reads $name", ({ source, output, first }) => {
    expect(parseOutput(source, output)[0]).toMatchObject(first);
  });
});
