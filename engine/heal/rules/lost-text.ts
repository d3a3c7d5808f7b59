// A file that cannot be read because a piece of it is gone that the version before had, and nothing was written instead: text
// that was cut off. Nobody means that, and nothing that anybody wrote is touched by putting it back.
import { diffIndices } from "node-diff3";
import { linesOf } from "../../merge/merge-text.ts";
import { difference, insert, type ReplaceEdit } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import type { Rule } from "./rule.ts";

export const lostText: Rule = {
  name: "lost-text",
  leaves: ["syntax/unexpected-token", "syntax/unexpected-end", "syntax/parse"],
  propose: ({ error: { file }, tree, earlier }) => {
    const text = file === null ? undefined : tree.get(file);
    const before = file === null ? undefined : earlier?.get(file);
    if (file === null || text === undefined || before === undefined) return null;
    if (parseModule(file, text).ok || !parseModule(file, before).ok) return null;
    const [only, ...others] = lostPieces(file, before, text).filter(
      ({ from, text: piece }) => parseModule(file, text.slice(0, from) + piece + text.slice(from)).ok,
    );
    // A bracket alone is found by what is there now, wherever the version before had it.
    if (only === undefined || others.length > 0 || !/\w/.test(only.text)) return null;
    return {
      edits: [only],
      explanation: `A piece of ${file} was cut off; it is there again, as it was before.`,
    };
  },
};

/** Places where text went and none came. */
function lostPieces(path: string, before: string, now: string): ReplaceEdit[] {
  const [old, current] = [linesOf(before), linesOf(now)];
  let offset = 0;
  let line = 0;
  return diffIndices(old, current).flatMap(({ buffer1, buffer2 }) => {
    for (; line < buffer2[0]; line += 1) offset += current[line]?.length ?? 0;
    const was = old.slice(buffer1[0], buffer1[0] + buffer1[1]).join("");
    const is = current.slice(buffer2[0], buffer2[0] + buffer2[1]).join("");
    const { from, expected, text } = difference(path, was, is);
    return expected !== "" && text === "" ? [insert(path, offset + from, expected)] : [];
  });
}
