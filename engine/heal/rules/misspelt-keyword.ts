// A word of the language with a slip in it, where the parser gives up, or just before.
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { nearestName } from "./nearest-name.ts";
import type { Rule } from "./rule.ts";

const keywords =
  "async await break case catch class const continue default else export extends finally for from function if import interface let new return switch throw try type typeof while".split(
    " ",
  );
const word = /[A-Za-z]+/g;
const reach = 80;

export const misspeltKeyword: Rule = {
  name: "misspelt-keyword",
  leaves: ["syntax/unexpected-token", "syntax/parse", "type/undefined-name"],
  propose: ({ error: { file }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined) return null;
    const parsed = parseModule(file, text);
    if (parsed.ok) return null;
    const begin = Math.max(0, text.lastIndexOf("\n", Math.max(0, parsed.offset - reach)));
    const found = [...text.slice(begin, parsed.offset + reach).matchAll(word)].flatMap(({ 0: written, index }) => {
      const from = begin + index;
      if (from > parsed.offset || keywords.includes(written)) return [];
      const meant = nearestName(written, keywords);
      if (meant === null || written.length < 3) return [];
      const mended = text.slice(0, from) + meant + text.slice(from + written.length);
      return parseModule(file, mended).ok ? [{ from, written, meant }] : [];
    });
    const [only, ...others] = found;
    if (only === undefined || others.length > 0) return null;
    const { from, written, meant } = only;
    return {
      edits: [replace(file, text, from, from + written.length, meant)],
      explanation: `${file} says "${written}" where "${meant}" is meant.`,
    };
  },
};
