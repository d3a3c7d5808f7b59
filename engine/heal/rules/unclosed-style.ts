// A block of a style sheet that is not closed: its bracket goes where the indentation says that it ends. Nested rules are
// valid, so that closing it anywhere later would be read, and mean something else.
import { insert, type ReplaceEdit } from "../edits/edit.ts";
import { styleCode } from "../syntax/style-code.ts";
import type { Rule } from "./rule.ts";

export const unclosedStyle: Rule = {
  name: "unclosed-style",
  leaves: ["syntax/parse", "syntax/unexpected-end", "syntax/unexpected-token"],
  propose: ({ error: { message, excerpt }, tree }) => {
    if (!/Missing closing|Unclosed|unexpected end/i.test(`${message}\n${excerpt}`)) return null;
    const found = [...tree].flatMap(([path, text]) => (path.endsWith(".css") ? (closeBlock(path, text) ?? []) : []));
    const [only, ...others] = found;
    if (only === undefined || others.length > 0) return null;
    return { edits: [only], explanation: `A block in ${only.path} was not closed; it is closed where it ends.` };
  },
};

/** Null where every block is closed, or more than one is not. */
function closeBlock(path: string, text: string): ReplaceEdit | null {
  const open: number[] = [];
  let place: { at: number; indent: number } | null = null;
  let from = 0;
  for (const line of styleCode(text).split("\n")) {
    const indent = line.length - line.trimStart().length;
    const innermost = open.at(-1);
    // What stands no deeper than the block began, and does not close it, is outside it.
    const isOutside =
      innermost !== undefined && line.trim() !== "" && !line.trim().startsWith("}") && indent <= innermost;
    if (isOutside && place === null && innermost !== undefined) {
      place = { at: from, indent: innermost };
      open.pop();
    }
    for (const bracket of line.matchAll(/[{}]/g)) {
      if (bracket[0] === "{") open.push(indent);
      else if (open.pop() === undefined) return null;
    }
    from += line.length + 1;
  }
  if (place !== null)
    return open.length > 0 ? null : insert(path, endOfBlock(text, place.at), `${" ".repeat(place.indent)}}\n`);
  const [last, ...more] = open;
  if (last === undefined || more.length > 0) return null;
  return insert(path, text.trimEnd().length, `\n${" ".repeat(last)}}`);
}

/** Before the empty line that sets the next block apart. */
function endOfBlock(text: string, at: number): number {
  return text.slice(0, at).trimEnd().length + 1;
}
