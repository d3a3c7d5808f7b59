// A bracket, a quote or a JSX tag that is not closed, or closed by another. Guided by the parser: every place where the
// closing text could stand is tried, those after which the file can be read are kept, and of these the one that fits the
// indentation. Where several fit equally, none is chosen. The text is searched for places to try, never to decide.
import { insert, replace, type ReplaceEdit } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import type { Proposal, Rule } from "./rule.ts";

const closers = [")", "}", "]", "})", ");", "};", "})}", ")}"];
/** Lines that are looked at, above and below the place that a tool names. */
const reach = 40;

export const unclosedBracket: Rule = {
  name: "unclosed-bracket",
  leaves: ["syntax/unexpected-token", "syntax/unexpected-end", "syntax/parse"],
  propose: ({ error: { file, line }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null) return null;
    const parsed = parseModule(file, text);
    if (parsed.ok) return null;
    const reads = (edit: ReplaceEdit): boolean =>
      parseModule(file, text.slice(0, edit.from) + edit.text + text.slice(edit.from + edit.expected.length)).ok;
    const found = [wrongTag, openTag, openQuote, openPlaceholder, openBracket]
      .map((find) => find(file, text, line, parsed.offset, reads))
      .find((edit) => edit !== null);
    return found === undefined ? null : explain(file, found);
  },
};

type Find = (
  path: string,
  text: string,
  line: number,
  offset: number,
  reads: (edit: ReplaceEdit) => boolean,
) => ReplaceEdit | null;

function explain(file: string, edit: ReplaceEdit): Proposal {
  const what = edit.text.trim();
  const how = edit.expected === "" ? `${what} was missing` : `${edit.expected} should have been ${what}`;
  return { edits: [edit], explanation: `${file} could not be read: ${how}.` };
}

/** `<span>…</div>`: the closing tag takes the name of the one that it closes. */
const wrongTag: Find = (path, text, _line, offset, reads) => {
  const tags = openTags(text.slice(0, offset));
  const closing = /^<?\/?\s*(?<name>[\w.]*)\s*>/.exec(text.slice(offset))?.groups?.["name"];
  const expected = tags.at(-1);
  if (closing === undefined || expected === undefined) return null;
  const from = text.indexOf(closing, offset);
  const edit = replace(path, text, from, from + closing.length, expected.name);
  return closing !== "" && reads(edit) ? edit : null;
};

/** `<div>` without `</div>`: on a line of its own, below the last line that is indented deeper. */
const openTag: Find = (path, text, line, _offset, reads) => {
  const lines = text.split("\n");
  const edits: ReplaceEdit[] = [];
  for (const { name, indent, index } of openTags(text).toReversed()) {
    if (Math.abs(index + 1 - line) > reach) continue;
    let end = index + 1;
    while (end < lines.length && (lines[end]?.trim() === "" || indentOf(lines[end] ?? "") > indent)) end += 1;
    // The end of the opening tag itself, where its attributes stand on lines of their own.
    if (lines[end]?.trim() === ">" || lines[end]?.trim() === "/>") {
      end += 1;
      while (end < lines.length && indentOf(lines[end] ?? "") > indent) end += 1;
    }
    const at = lines.slice(0, end).join("\n").length + 1;
    const edit = insert(path, at, `${" ".repeat(indent)}</${name}>\n`);
    if (reads(edit)) edits.push(edit);
  }
  return edits.length === 1 ? (edits[0] ?? null) : null;
};

/** A quote that is opened and not closed in its line. */
const openQuote: Find = (path, text, line, _offset, reads) => {
  const source = text.split("\n")[line - 1] ?? "";
  const from =
    text
      .split("\n")
      .slice(0, line - 1)
      .join("\n").length + (line > 1 ? 1 : 0);
  const ends = [...new Set([source.length, source.replace(/[;,)\]}>\s]+$/, "").length])].map((column) => from + column);
  const edits = ['"', "'", "`"].flatMap((quote) => ends.map((at) => insert(path, at, quote))).filter(reads);
  // Before the punctuation rather than after it.
  const last = edits.toSorted((one, other) => one.from - other.from)[0];
  if (last !== undefined) return last;
  // Inside the line, where a word ends and punctuation begins: if one place alone will do.
  const inside = [...source.matchAll(/(?<=[\w.!?])(?=[,;:)\]}])/g)].flatMap(({ index }) =>
    ['"', "'", "`"].map((quote) => insert(path, from + index, quote)).filter(reads),
  );
  return inside.length === 1 ? (inside[0] ?? null) : null;
};

/** `${name` in a template: closed where the name, with its members and calls, ends. */
const openPlaceholder: Find = (path, text, line, _offset, reads) => {
  const lines = text.split("\n");
  const edits = [line - 1, line].flatMap((number) => {
    const from = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
    return [...(lines[number - 1] ?? "").matchAll(/\$\{[\w$.?!]+(?:\([^()]*\)|\[[^[\]]*\])?/g)]
      .map(({ 0: found, index }) => insert(path, from + index + found.length, "}"))
      .filter(reads);
  });
  return edits.length === 1 ? (edits[0] ?? null) : null;
};

/** Files are read this often at most: a large one takes several milliseconds. */
const mostTries = 300;

interface Candidate {
  readonly edit: ReplaceEdit;
  /** Lower is better. */
  readonly score: number;
}

/** A bracket: at the end of a line, or before the punctuation that ends it, or on a line of its own. */
const openBracket: Find = (path, text, line, offset, reads) => {
  const lines = text.split("\n");
  const candidates: Candidate[] = [];
  let from = 0;
  for (const [index, source] of lines.entries()) {
    // What the parser read without complaint before it gave up, it reads again: what is inserted later comes too late.
    if (Math.abs(index + 1 - line) <= reach && from <= offset) {
      for (const closer of closers) candidates.push(...bracketsAt(path, lines, index, from, closer));
    }
    from += source.length + 1;
  }
  // The same text by another way, or the same bracket beyond white space, is no other repair.
  const inOrder = candidates.toSorted((one, other) => one.score - other.score || one.edit.from - other.edit.from);
  let best: Candidate | null = null;
  for (const candidate of inOrder.slice(0, mostTries)) {
    if (best !== null && candidate.score > best.score) break;
    if (!reads(candidate.edit)) continue;
    if (best !== null && !isSame(text, best.edit, candidate.edit)) return null;
    best ??= candidate;
  }
  return best?.edit ?? null;
};

function isSame(text: string, one: ReplaceEdit, other: ReplaceEdit): boolean {
  if (one.text.trim() !== other.text.trim()) return false;
  const between = text.slice(Math.min(one.from, other.from), Math.max(one.from, other.from));
  return between.replaceAll(one.text.trim(), "").trim() === "";
}

/** Lower is better: what fits the indentation of the lines around it. */
function* bracketsAt(
  path: string,
  lines: readonly string[],
  index: number,
  from: number,
  closer: string,
): Generator<Candidate> {
  const source = lines[index] ?? "";
  const indent = indentOf(source);
  const before = indentBefore(lines, index);
  if (/^[)}\]]/.test(closer) && /^\s*[)}\];,]*\s*$/.test(source) && source.trim() !== "") {
    // A line of closing brackets that lacks one.
    const size = closer.length - 1;
    yield { edit: insert(path, from + indent, closer), score: 1 + size };
  }
  const tail = /[;,)\]}\s]*$/.exec(source)?.[0] ?? "";
  for (let cut = 0; cut <= tail.trimEnd().length; cut += 1) {
    const at = from + source.trimEnd().length - cut;
    if (source.trim() !== "")
      yield { edit: insert(path, at, closer), score: 1.5 + closer.length - 1 + (cut === 0 ? 0.2 : 0) };
  }
  // A line of its own fits where the indentation falls by more than one step without a bracket that says so.
  const isFall = before > indent && !/^\s*[)}\]<]/.test(source);
  const width = isFall || source.trim() === "" ? Math.max(0, before - 2) : indent;
  yield {
    edit: insert(path, from, `${" ".repeat(width)}${closer}\n`),
    score: (isFall || source.trim() === "" ? 0.5 : 3) + closer.length - 1,
  };
}

function indentBefore(lines: readonly string[], index: number): number {
  for (let at = index - 1; at >= 0; at -= 1) {
    if (lines[at]?.trim() !== "") return indentOf(lines[at] ?? "");
  }
  return 0;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

interface OpenTag {
  readonly name: string;
  readonly indent: number;
  /** Of the line, from 0. */
  readonly index: number;
}

/** Tags that begin a line and are not closed, outermost first. Only those count, since repairs add whole lines. */
function openTags(text: string): OpenTag[] {
  const open: OpenTag[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    for (const { groups, 0: whole } of line.matchAll(
      /<(?<close>\/?)(?<name>[A-Za-z][\w.]*)?(?<rest>(?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\}|=>)*)>?/g,
    )) {
      // A fragment has no name.
      const name = groups?.["name"] ?? (whole === "<>" || whole === "</>" ? "" : undefined);
      if (name === undefined) continue;
      if (groups?.["close"] === "/") {
        const at = open.findLastIndex((tag) => tag.name === name);
        if (at >= 0) open.splice(at, 1);
      } else if (!whole.endsWith("/>") && line.trimStart().startsWith(`<${name}`)) {
        open.push({ name, indent: indentOf(line), index });
      }
    }
    // The end of a tag that began on an earlier line.
    if (line.trim() === "/>") open.pop();
  }
  return open;
}
