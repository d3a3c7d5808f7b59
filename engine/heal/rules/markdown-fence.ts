// A file that came out of an answer with the fence of its code block: the fence goes.
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import type { Rule } from "./rule.ts";

export const markdownFence: Rule = {
  name: "markdown-fence",
  leaves: ["syntax/unexpected-token", "syntax/unexpected-end", "syntax/parse", "type/undefined-name", "type/mismatch"],
  propose: ({ error: { file }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined) return null;
    const lines = text.split("\n");
    const isFence = (line: string): boolean => /^\s*`{3,}\w*\s*$/.test(line);
    const fences = [...lines.keys()].filter((index) => isFence(lines[index] ?? ""));
    // Code never begins so, though what it makes of the whole can be read: as templates that are called.
    if (fences.length > 2 || !isFence(lines.find((line) => line.trim() !== "") ?? "")) return null;
    const mended = lines.filter((_, index) => !fences.includes(index)).join("\n");
    if (!parseModule(file, mended).ok) return null;
    let from = 0;
    const starts = lines.map((line) => (from += line.length + 1) - line.length - 1);
    return {
      edits: fences.map((index) => {
        const start = starts[index] ?? 0;
        return replace(file, text, start, Math.min(text.length, start + (lines[index] ?? "").length + 1), "");
      }),
      explanation: `${file} still had the fence of a Markdown code block around it; it is taken off.`,
    };
  },
};
