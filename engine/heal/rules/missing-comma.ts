// Two members, elements or arguments without a comma between them: it is put where the parser misses it.
import { insert } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import type { Rule } from "./rule.ts";

const missed = /expected ","|Missing comma/;

export const missingComma: Rule = {
  name: "missing-comma",
  leaves: ["syntax/unexpected-token", "syntax/unexpected-end", "syntax/parse"],
  propose: ({ error: { file }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined) return null;
    const parsed = parseModule(file, text);
    if (parsed.ok || !missed.test(parsed.message)) return null;
    const at = text.slice(0, parsed.offset).trimEnd().length;
    // In the middle of a line a word may be too much as well as a comma too few.
    if (!text.slice(at, parsed.offset).includes("\n") && !/^(?:["'`\w{[]|\.{3})/.test(text.slice(parsed.offset)))
      return null;
    if (!parseModule(file, `${text.slice(0, at)},${text.slice(at)}`).ok) return null;
    return { edits: [insert(file, at, ",")], explanation: `${file} could not be read: a comma was missing.` };
  },
};
