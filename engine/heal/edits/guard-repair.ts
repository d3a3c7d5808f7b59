// What no repair may do, whoever proposes it: touch a test, silence a check, or give up a type. Checked on the whole tree
// before and after, so that a rule need not be trusted.
import { isModulePath, parseModule } from "../syntax/parse-module.ts";
import { nodesOf } from "../syntax/walk.ts";
import type { Tree } from "./edit.ts";

const tests = /(?:^|\/)(?:tests?|__tests__|e2e)\/|\.(?:test|spec)\.[cm]?[jt]sx?$|(?:^|\/)__snapshots__\//;
const checks = /(?:^|\/)(?:\.oxlintrc\.json|\.eslintrc[\w.]*|eslint\.config\.\w+|tsconfig[\w.]*\.json)$/;
const testRunner = /(?:^|\/)vitest\.(?:config|workspace)\.\w+$/;
const suppression = /(?:oxlint|eslint|biome)-disable|@ts-(?:ignore|expect-error|nocheck)|(?:v8|c8|istanbul) ignore/g;

/** A model may cast, assert and delete, since it can say why; nobody may touch a test, a check, or write `any`. */
export type Proposer = "rule" | "model";

/** Why the repair is refused; null when it may be tried. */
export function guardRepair(before: Tree, after: Tree, by: Proposer = "rule"): string | null {
  for (const path of before.keys()) {
    const matters = by === "rule" || tests.test(path) || checks.test(path) || testRunner.test(path);
    if (!after.has(path) && matters) return `It deletes ${path}.`;
  }
  for (const [path, text] of after) {
    const old = before.get(path);
    if (old === text) continue;
    const reason = old === undefined && tests.test(path) ? null : guardFile(path, old ?? "", text, by);
    if (reason !== null) return reason;
  }
  return null;
}

function guardFile(path: string, before: string, after: string, by: Proposer): string | null {
  if (tests.test(path)) return `It changes the test ${path}.`;
  if (testRunner.test(path))
    return onlyAddsEnvironment(path, before, after) ? null : `It changes how ${path} runs the tests.`;
  if (checks.test(path)) return keepsSettings(before, after) ? null : `It changes what ${path} checks.`;
  if (countMatches(after, suppression) > countMatches(before, suppression)) return `It silences a check in ${path}.`;
  if (!isModulePath(path)) return null;
  const now = looseness(path, after);
  if (now === null) return by === "model" ? null : `It leaves ${path} unreadable.`;
  const then = looseness(path, before);
  // Before a repair of syntax there is no tree to compare with: what is loose is counted in the text.
  const allowed = then ?? {
    any: countMatches(before, /\bany\b/g),
    casts: countMatches(before, /\bas\b|</g),
    assertions: countMatches(before, /!/g),
  };
  if (now.any > allowed.any) return `It makes a type \`any\` in ${path}.`;
  if (by === "model") return null;
  if (now.casts > allowed.casts) return `It casts a type in ${path}.`;
  if (now.assertions > allowed.assertions) return `It asserts in ${path} that a value is there.`;
  return null;
}

/** Variables that the tests run with may be added; everything else stays as it is, to the letter. */
function onlyAddsEnvironment(path: string, before: string, after: string): boolean {
  const then = withoutEnvironment(path, before);
  return then !== null && then === withoutEnvironment(path, after);
}

function withoutEnvironment(path: string, text: string): string | null {
  const parsed = parseModule(path, text);
  if (!parsed.ok) return null;
  let rest = text;
  for (const node of nodesOf(parsed.module.program)) {
    if (node.type !== "ObjectProperty" || node.key.type !== "Identifier" || node.key.name !== "env") continue;
    rest = rest.replace(text.slice(node.start ?? 0, node.end ?? 0), "");
  }
  return rest.replaceAll(/[\s,]+/g, "");
}

interface Looseness {
  any: number;
  casts: number;
  assertions: number;
}

function looseness(path: string, text: string): Looseness | null {
  const parsed = parseModule(path, text);
  if (!parsed.ok) return null;
  const found: Looseness = { any: 0, casts: 0, assertions: 0 };
  for (const node of nodesOf(parsed.module.program)) {
    if (node.type === "TSAnyKeyword") found.any += 1;
    if (node.type === "TSAsExpression" || node.type === "TSTypeAssertion") found.casts += 1;
    if (node.type === "TSNonNullExpression") found.assertions += 1;
  }
  return found;
}

/** Settings that can be read may only be added to. A file that could not be read may become readable. */
function keepsSettings(before: string, after: string): boolean {
  const then = readJson(before);
  const now = readJson(after);
  return now !== undefined && (then === undefined || holds(now, withTypesOf(then, now)));
}

interface CompilerSettings {
  compilerOptions?: { types?: unknown };
}

/** Names of packages whose declarations are taken in may go: without them less is known, and nothing passes that did not. */
function withTypesOf(then: unknown, now: unknown): unknown {
  const [before, after] = [then, now].map((each) => (each as CompilerSettings | null)?.compilerOptions?.types);
  if (!Array.isArray(before) || !Array.isArray(after) || !after.every((each) => before.includes(each))) return then;
  const settings = then as { compilerOptions: object };
  return { ...settings, compilerOptions: { ...settings.compilerOptions, types: after } };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function holds(now: unknown, then: unknown): boolean {
  if (typeof then !== "object" || then === null) return now === then;
  if (typeof now !== "object" || now === null) return false;
  if (Array.isArray(then)) return JSON.stringify(now) === JSON.stringify(then);
  return Object.entries(then).every(([key, value]) => holds((now as Record<string, unknown>)[key], value));
}

const countMatches = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;
