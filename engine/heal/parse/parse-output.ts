// The log of a step → its faults, causes first. Each step's own tools are asked first, then all the others: a test run may
// end by a fault of the bundler's configuration, a build by one of Node.
import type { StepName } from "#builder/protocol.ts";
import type { StructuredError } from "../structured-error.ts";
import { groupCascades } from "./group-cascades.ts";
import type { Parser } from "./parser.ts";
import { parseDrizzleKit } from "./parse-drizzle-kit.ts";
import { parseEslint } from "./parse-eslint.ts";
import { parseNext } from "./parse-next.ts";
import { parseNode } from "./parse-node.ts";
import { parseNpm } from "./parse-npm.ts";
import { parseOxlint } from "./parse-oxlint.ts";
import { parseTsc } from "./parse-tsc.ts";
import { parseVite } from "./parse-vite.ts";
import { parseVitest } from "./parse-vitest.ts";
import { parseWorkerd } from "./parse-workerd.ts";

/** `serve`: the app's own server, which is no step of a build. */
export type Source = StepName | "serve";

const ownParsers: Readonly<Record<Source, readonly Parser[]>> = {
  install: [parseNpm],
  types: [parseTsc],
  lint: [parseOxlint, parseEslint],
  build: [parseNext, parseVite, parseWorkerd, parseTsc],
  test: [parseVitest, parseVite],
  browser: [parseNode],
  audit: [parseNpm],
  serve: [parseWorkerd, parseDrizzleKit, parseNode],
};

/** Narrow formats before wide ones: Node's would read a line of nearly every tool. */
const allParsers: readonly Parser[] = [
  parseNpm,
  parseTsc,
  parseNext,
  parseVite,
  parseVitest,
  parseOxlint,
  parseEslint,
  parseDrizzleKit,
  parseWorkerd,
  parseNode,
];

/** Colours are removed already. Empty where nothing is recognised. */
export function parseOutput(source: Source, output: string): StructuredError[] {
  const own = ownParsers[source].map((parse) => parse(output)).find((errors) => errors.length > 0);
  const errors = own ?? allParsers.map((parse) => parse(output)).find((found) => found.length > 0) ?? [];
  const memory = own === undefined ? [] : parseNode(output).filter(({ code }) => code === "ENOMEM");
  return groupCascades([...memory, ...errors]);
}
