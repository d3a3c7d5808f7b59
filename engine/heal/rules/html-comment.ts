// `<!-- … -->` inside JSX, which only HTML knows: it becomes a comment in braces.
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import type { Rule } from "./rule.ts";

export const htmlComment: Rule = {
  name: "html-comment",
  leaves: ["syntax/unexpected-token", "syntax/unexpected-end", "syntax/parse"],
  propose: ({ error: { file }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined) return null;
    const parsed = parseModule(file, text);
    if (parsed.ok) return null;
    const from = text.lastIndexOf("<!--", parsed.offset + 1);
    const end = from < 0 ? -1 : text.indexOf("-->", from);
    if (end < 0) return null;
    const said = text.slice(from + "<!--".length, end).trim();
    if (said.includes("*/")) return null;
    const edit = replace(file, text, from, end + "-->".length, `{/* ${said} */}`);
    if (!parseModule(file, text.slice(0, from) + edit.text + text.slice(end + "-->".length)).ok) return null;
    return { edits: [edit], explanation: `${file} had a comment as HTML writes it; JSX wants braces.` };
  },
};
