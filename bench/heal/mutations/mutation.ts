// A way to break an app. Places are found in its syntax; which of them is broken, the seed says.
import type { Node } from "@babel/types";
import type { Leaf } from "#engine/heal/classify/taxonomy.ts";
import { type Module, parseModule } from "#engine/heal/syntax/parse-module.ts";
import { childrenOf, spanOf } from "#engine/heal/syntax/walk.ts";
import type { StackId } from "#engine/stacks/stack.ts";
import type { Random } from "../random.ts";

export interface Subject {
  readonly stack: StackId;
  readonly tree: ReadonlyMap<string, string>;
  readonly random: Random;
}

/** Path → its new text; null where the file goes. */
export type Changes = ReadonlyMap<string, string | null>;

export interface Mutation {
  readonly kind: string;
  /** What it is in the taxonomy. Several where tools that are right may see it differently. */
  readonly leaves: readonly Leaf[];
  readonly stack?: StackId;
  /** Nothing notices it that a generation runs: only the framework's own build does, or nobody. It is not drawn first. */
  readonly isSilent?: true;
  /** How often it is drawn beside the others; 1 where it does not say. */
  readonly weight?: number;
  /** Null where the app has no place for it. */
  readonly apply: (subject: Subject) => Changes | null;
}

export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Place {
  readonly path: string;
  readonly text: string;
  readonly module: Module;
  readonly node: Node;
  /** Outermost first. */
  readonly parents: readonly Node[];
  readonly tree: Subject["tree"];
  readonly random: Random;
}

export type Site = readonly Replacement[];

/** Modules of the app itself: not its tests, nor what only declares. */
export const sources = /^src\/(?!.*\.d\.ts$).*\.tsx?$/;
export const pages = /^src\/.*\.tsx$/;

/** One of the places that `find` knows, in one of the files that match. */
export function atNode(files: RegExp, find: (place: Place) => Site | null): Mutation["apply"] {
  return ({ tree, random }) => {
    for (const path of random.shuffle([...tree.keys()].filter((each) => files.test(each)))) {
      const text = tree.get(path) ?? "";
      const parsed = parseModule(path, text);
      if (!parsed.ok) continue;
      const { module } = parsed;
      const sites = [...withParents(module.program, [])].flatMap(({ node, parents }) => {
        const site = find({ path, text, module, node, parents, tree, random });
        return site === null ? [] : [site];
      });
      const site = random.pick(sites);
      if (site !== undefined) return new Map([[path, replaceAll(text, site)]]);
    }
    return null;
  };
}

/** One text for another in the first of these files that has it. */
export function inText(
  paths: readonly string[],
  change: (text: string, path: string) => string | null,
): Mutation["apply"] {
  return ({ tree }) => {
    for (const path of paths) {
      const text = tree.get(path);
      const changed = text === undefined ? null : change(text, path);
      if (changed !== null && changed !== text) return new Map([[path, changed]]);
    }
    return null;
  };
}

export const swap =
  (before: string, after: string) =>
  (text: string): string | null =>
    text.includes(before) ? text.replace(before, () => after) : null;

export function replaceAll(text: string, site: Site): string {
  return site
    .toSorted((one, other) => other.from - one.from)
    .reduce((result, { from, to, text: now }) => result.slice(0, from) + now + result.slice(to), text);
}

function* withParents(node: Node, parents: readonly Node[]): Generator<{ node: Node; parents: readonly Node[] }> {
  yield { node, parents };
  for (const child of childrenOf(node)) yield* withParents(child, [...parents, node]);
}

export const cut = (node: Node): Replacement => ({ from: spanOf(node).from, to: spanOf(node).to, text: "" });

export const put = (node: Node, text: string): Replacement => ({ from: spanOf(node).from, to: spanOf(node).to, text });

export const insertAt = (at: number, text: string): Replacement => ({ from: at, to: at, text });

/** The whole line of an offset, its newline included. */
export function lineOf(text: string, offset: number): { from: number; to: number } {
  const from = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return { from, to: end < 0 ? text.length : end + 1 };
}

/** Cuts a character, with its line where nothing else stands there. */
export function cutCharacter(text: string, at: number): Replacement {
  const line = lineOf(text, at);
  return text.slice(line.from, line.to).trim() === text[at]
    ? { from: line.from, to: line.to, text: "" }
    : { from: at, to: at + 1, text: "" };
}

/** A slip of the keyboard: two neighbours swapped, a letter lost or typed twice. */
export function slip(word: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, word.length - 2));
  const [one = "", other = ""] = [word[at], word[at + 1]];
  const ways = [word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + one + word.slice(at)];
  if (one !== other && other !== "") ways.push(word.slice(0, at) + other + one + word.slice(at + 2));
  return random.pick(ways) ?? word;
}
