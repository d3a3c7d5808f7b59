// A `debugger` that was forgotten.
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { lineAround } from "../syntax/places.ts";
import { nodesOf, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

export const debuggerStatement: Rule = {
  name: "debugger-statement",
  leaves: ["type/lint"],
  propose: ({ error: { file, code }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || code === null || !code.includes("no-debugger")) return null;
    const parsed = parseModule(file, text);
    if (!parsed.ok) return null;
    const edits = [...nodesOf(parsed.module.program)].flatMap((node) => {
      if (node.type !== "DebuggerStatement") return [];
      const { from, to } = spanOf(node);
      const line = lineAround(text, from, to);
      const isAlone = text.slice(line.from, line.to).trim() === text.slice(from, to);
      return [isAlone ? replace(file, text, line.from, line.to, "") : replace(file, text, from, to, "")];
    });
    if (edits.length === 0) return null;
    return { edits, explanation: `A debugger statement was left in ${file}; it is taken out.` };
  },
};
