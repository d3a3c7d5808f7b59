// The same fault in an app of other people: the plan with other names for the project, its models and its fields, made into a
// scaffold, and broken where the first one was. What the tools say of it is what they said of the first, with the names and
// places of the second. Where both write the same token, it is the same; elsewhere one stands for the other.
import { diffIndices } from "node-diff3";
import { splitTokens, type Token } from "#engine/heal/cache/split-tokens.ts";
import { tokenAt } from "#engine/heal/cache/token-at.ts";
import type { StructuredError } from "#engine/heal/structured-error.ts";
import { offsetOf } from "#engine/heal/syntax/places.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { prdSchema } from "#engine/prd/schema.ts";
import type { FileTree } from "#engine/stacks/stack.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import { type BrokenApp, planOf } from "./broken-app.ts";
import { makePatch, type Patch } from "./patch.ts";

export interface SecondApp {
  readonly scaffold: FileTree;
  readonly broken: FileTree;
  readonly errors: readonly StructuredError[];
}

/** Null where the file that is broken has no counterpart, token for token. */
export function secondApp(app: BrokenApp, errors: readonly StructuredError[]): SecondApp | null {
  const scaffold = stackFor(app.stack).generate(renamePlan(planOf(app.seed)));
  const names = namesOf(app.scaffold, scaffold);
  const broken = new Map(scaffold);
  for (const each of makePatch(app.scaffold, app.broken)) {
    const text = breakFile(each, app.scaffold, scaffold, names);
    if (text === null) return null;
    if (text === undefined) broken.delete(each.path);
    else broken.set(each.path, text);
  }
  const moved = errors.map((error) => moveError(error, app.broken, broken, names));
  return moved.includes(null) ? null : { scaffold, broken, errors: moved.flatMap((error) => error ?? []) };
}

/** However the stack writes it: AbroadThing, abroad_things, "abroad-things". */
const isRenamed = /abroad/i;
const rename = (name: string): string => (name.length < 50 ? `${name} Abroad` : name);

function renamePlan(plan: Prd): Prd {
  const known = new Set(plan.models.flatMap(({ name, fields }) => [name, ...fields.map((field) => field.name)]));
  // What is no name, though it may be spelt like one.
  const kept = new Set(["type", "kind", "view", "preset", "scheme", "id", "values", "default", "reactions"]);
  const visit = (value: unknown): unknown => {
    if (typeof value === "string") return known.has(value) ? rename(value) : value;
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        known.has(key) && key.includes(" ") ? rename(key) : key,
        kept.has(key) ? each : visit(each),
      ]),
    );
  };
  return prdSchema.parse({ ...(visit(plan) as Prd), name: rename(plan.name) });
}

type Names = ReadonlyMap<string, string>;

/** Words and strings of one app → those of the other, from files that are cut into as many tokens. */
function namesOf(one: FileTree, other: FileTree): Names {
  const names = new Map<string, string>();
  for (const [path, text] of one) {
    const counterpart = other.get(path);
    if (counterpart === undefined || counterpart === text) continue;
    const [tokens, others] = [splitTokens(text), splitTokens(counterpart)];
    if (tokens.length !== others.length) continue;
    for (const [at, token] of tokens.entries()) {
      const now = others[at]?.text ?? token.text;
      if (now !== token.text && isRenamed.test(now) && !names.has(content(token.text)))
        names.set(content(token.text), content(now));
    }
  }
  return names;
}

const content = (text: string): string => (/^["']/.test(text) ? text.slice(1, -1) : text);

const renameText = (text: string, names: Names): string =>
  text.replaceAll(/[\p{L}$_][\p{L}\p{N}$_]*/gu, (word) => names.get(word) ?? word);

/** Of code: comments are the template's. */
function renameCode(text: string, names: Names): string {
  let written = "";
  let copied = 0;
  for (const token of splitTokens(text)) {
    written += text.slice(copied, token.from) + renameText(token.text, names);
    copied = token.to;
  }
  return written + text.slice(copied);
}

/** What a file of the template says stands there in every app, also where an app has a name that is spelt like it. */
const without = (names: Names, text: string): Names => {
  const own = new Set(splitTokens(text).map((token) => content(token.text)));
  return new Map([...names].filter(([name]) => !own.has(name)));
};

/** In the words of a tool only what it quotes is the app's. */
const renameQuoted = (text: string, names: Names): string =>
  text.replaceAll(/'[^'\n]*'|"[^"\n]*"|`[^`\n]*`/g, (quoted) => renameText(quoted, names));

/** `undefined`: the file is gone; null: there is no such place. */
function breakFile(each: Patch[number], one: FileTree, other: FileTree, names: Names): string | null | undefined {
  if ("is" in each) return each.is === "new" ? renameCode(each.text, names) : other.has(each.path) ? undefined : null;
  const [text, counterpart] = [one.get(each.path), other.get(each.path)];
  if (text === undefined || counterpart === undefined) return null;
  let broken = counterpart;
  for (const span of spansOf(text, each).toReversed()) {
    const [from, to] = [move(span.from, text, counterpart), move(span.to, text, counterpart)];
    if (from === null || to === null) return null;
    const written = text === counterpart ? span.text : renameCode(span.text, names);
    broken = broken.slice(0, from) + written + broken.slice(to);
  }
  return broken;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A fault that changed lines apart from each other has all between them in its patch; that is not what was broken. */
function spansOf(text: string, { from, to, text: now }: Span): readonly Span[] {
  const lines = text.split(lineEnds);
  const broken = (text.slice(0, from) + now + text.slice(to)).split(lineEnds);
  const hunks = diffIndices(lines, broken);
  if (hunks.length < 2) return [{ from, to, text: now }];
  const offsetOfLine = (at: number): number => lines.slice(0, at).join("").length;
  return hunks.map(({ buffer1: [at, count], buffer2Content }) => ({
    from: offsetOfLine(at),
    to: offsetOfLine(at + count),
    text: buffer2Content.join(""),
  }));
}

const lineEnds = /(?<=\n)/;

/** The same place of the counterpart; null where the files are not cut alike, or it is inside of a token that differs. */
function move(offset: number, text: string, counterpart: string): number | null {
  if (text === counterpart) return offset;
  const [tokens, others] = [splitTokens(text), splitTokens(counterpart)];
  if (tokens.length !== others.length) return null;
  const at = tokens.findIndex(({ to }) => to > offset);
  const [token, now] = [tokens[at], others[at]];
  if (token === undefined || now === undefined) return offset === text.length ? counterpart.length : null;
  if (offset <= token.from) return gapOf(offset, token, now, tokens[at - 1], others[at - 1]);
  return token.text === now.text ? now.from + offset - token.from : null;
}

/** Between two tokens: as far from the one that is nearer. */
function gapOf(
  offset: number,
  next: Token,
  nextNow: Token,
  last: Token | undefined,
  lastNow: Token | undefined,
): number {
  const [before, after] = [offset - (last?.to ?? 0), next.from - offset];
  return before < after ? (lastNow?.to ?? 0) + before : nextNow.from - after;
}

function moveError(error: StructuredError, one: FileTree, other: FileTree, names: Names): StructuredError | null {
  const [text, now] = error.file === null ? [] : [one.get(error.file), other.get(error.file)];
  const said = text === undefined || text !== now ? names : without(names, text);
  const message = renameQuoted(error.message, said);
  const related = error.related.flatMap((each) => moveError(each, one, other, names) ?? []);
  const moved = { ...error, message, excerpt: renameQuoted(error.excerpt, said), related };
  if (error.file === null || error.line === null) return moved;
  if (text === undefined || now === undefined) return null;
  if (text === now) return moved;
  const [tokens, others] = [splitTokens(text), splitTokens(now)];
  const index = tokenAt(tokens, text, error);
  const offset = offsetOf(text, error.line, error.column ?? 1);
  if (tokens.length !== others.length || index === null || offset === null) return null;
  const inside = Math.max(0, offset - (tokens[index]?.from ?? offset));
  const head = now.slice(0, (others[index]?.from ?? now.length) + inside);
  const column = error.column === null ? null : head.length - head.lastIndexOf("\n");
  return { ...moved, line: head.split("\n").length, column };
}
