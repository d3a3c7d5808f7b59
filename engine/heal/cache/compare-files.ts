// What changed between two states of an app, token by token.
import type { Tree } from "../edits/edit.ts";
import type { StructuredError } from "../structured-error.ts";
import { type Change, diffTokens } from "./diff-tokens.ts";
import { fixLimits } from "./fix.ts";
import { splitTokens, type Token } from "./split-tokens.ts";
import { tokenAt } from "./token-at.ts";

export interface ComparedFile {
  readonly path: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly newText: string;
  readonly newTokens: readonly Token[];
  /** Of the token that the error points at; null where it points elsewhere. */
  readonly errorToken: number | null;
}

export interface FileChange {
  readonly file: ComparedFile;
  readonly change: Change;
}

export interface Compared {
  readonly changes: readonly FileChange[];
  /** Path and text of files that are new. */
  readonly created: readonly (readonly [string, string])[];
}

/** Written by package managers: they follow from package.json. */
const derived = new Set(["package-lock.json", "pnpm-lock.yaml"]);

/** null when a file is gone, or more changed than one fix is. */
export function compareFiles(before: Tree, after: Tree, error: StructuredError): Compared | null {
  if ([...before.keys()].some((path) => !after.has(path))) return null;
  const created: (readonly [string, string])[] = [];
  const changes: FileChange[] = [];
  for (const [path, newText] of after) {
    const text = before.get(path);
    if (text === newText || derived.has(path)) continue;
    if (text === undefined) {
      created.push([path, newText]);
      continue;
    }
    const tokens = splitTokens(text);
    const newTokens = splitTokens(newText);
    const errorToken = path === error.file ? tokenAt(tokens, text, error) : null;
    const file = { path, text, tokens, newText, newTokens, errorToken };
    const found = diffTokens(tokens, newTokens);
    if (found === null || changes.length + found.length > fixLimits.changes) return null;
    for (const change of found) changes.push({ file, change: slide(change, file) });
  }
  return { changes, created };
}

/**
 * What was only put in, or only taken out, may be cut in several ways when it ends like what stands before it:
 * `a; [b; ]c` or `a[; b]; c`. The one that begins a line is what a person would say.
 */
function slide(change: Change, { text, tokens, newText, newTokens }: ComparedFile): Change {
  const isPutIn = change.from === change.to;
  if (!isPutIn && change.start !== change.end) return change;
  const [list, source] = isPutIn ? [newTokens, newText] : [tokens, text];
  const [first, end] = isPutIn ? [change.start, change.end] : [change.from, change.to];
  const moved = (by: number): Change => {
    const [from, to, start, last] = [change.from, change.to, change.start, change.end].map((at) => at + by);
    return { from: from ?? 0, to: to ?? 0, start: start ?? 0, end: last ?? 0 };
  };
  const beginsLine = (at: number): boolean =>
    at === 0 || source.slice(list[at - 1]?.to ?? 0, list[at]?.from ?? 0).includes("\n");
  if (beginsLine(first)) return change;
  for (let by = 1; by <= first && list[first - by]?.text === list[end - by]?.text; by += 1)
    if (beginsLine(first - by)) return moved(-by);
  for (let by = 1; end + by <= list.length && list[first + by - 1]?.text === list[end + by - 1]?.text; by += 1)
    if (beginsLine(first + by)) return moved(by);
  return change;
}

/** The tree with these changes alone. */
export function withChanges(before: Tree, changes: readonly FileChange[]): Tree {
  const result = new Map(before);
  for (const file of new Set(changes.map((each) => each.file))) {
    const { path, text, tokens, newText, newTokens } = file;
    let written = "";
    let at = 0;
    for (const each of changes) {
      if (each.file !== file) continue;
      const { from, to, start, end } = each.change;
      written += text.slice(at, tokens[from - 1]?.to ?? 0);
      written += newText.slice(newTokens[start - 1]?.to ?? 0, newTokens[end]?.from ?? newText.length);
      at = tokens[to]?.from ?? text.length;
    }
    result.set(path, written + text.slice(at));
  }
  return result;
}
