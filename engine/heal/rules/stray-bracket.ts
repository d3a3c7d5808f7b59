// A closing bracket on a line of its own that closes nothing. It goes where the rest then reads as it is laid out: what
// begins at the top of the file begins at the margin.
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { lineAround } from "../syntax/places.ts";
import { spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

export const strayBracket: Rule = {
  name: "stray-bracket",
  leaves: ["syntax/unexpected-token", "syntax/parse"],
  propose: ({ error: { file }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined) return null;
    const parsed = parseModule(file, text);
    if (parsed.ok || parsed.offset >= text.length) return null;
    const line = lineAround(text, parsed.offset, parsed.offset + 1);
    if (!/^\s*[)}\]]+[;,]?\s*$/.test(text.slice(line.from, line.to))) return null;
    const rest = text.slice(0, line.from) + text.slice(line.to);
    const mended = parseModule(file, rest);
    if (!mended.ok) return null;
    const isLaidOut = mended.module.program.body.every((statement) => {
      const { from } = spanOf(statement);
      return from === 0 || rest[from - 1] === "\n";
    });
    if (!isLaidOut) return null;
    return {
      edits: [replace(file, text, line.from, line.to, "")],
      explanation: `${file} could not be read: a bracket closed nothing, and is taken out.`,
    };
  },
};
