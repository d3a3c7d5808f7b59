// More arguments than the function takes: those beyond are left out, where working them out does nothing else.
import type { Expression } from "@babel/types";
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { pathTo, spanOf } from "../syntax/walk.ts";
import { isHarmless } from "./is-harmless.ts";
import type { Rule } from "./rule.ts";

const counted = /Expected (?<most>\d+)(?:-(?<more>\d+))? arguments?, but got (?<got>\d+)/;

export const extraArgument: Rule = {
  name: "extra-argument",
  leaves: ["type/mismatch"],
  propose: ({ error: { file, line, column, message, code }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    const groups = counted.exec(message)?.groups;
    if (file === null || text === undefined || line === null || column === null) return null;
    if (code !== "TS2554" || groups === undefined) return null;
    const most = Number(groups["more"] ?? groups["most"]);
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (Number(groups["got"]) <= most || !parsed.ok || offset === null) return null;
    const call = pathTo(parsed.module.program, offset).findLast(
      (node) =>
        (node.type === "CallExpression" || node.type === "NewExpression") &&
        node.arguments.length === Number(groups["got"]),
    );
    if (call?.type !== "CallExpression" && call?.type !== "NewExpression") return null;
    const beyond = call.arguments.slice(most);
    const [first, last, before] = [beyond[0], beyond.at(-1), call.arguments[most - 1]];
    if (first === undefined || last === undefined || !beyond.every((each) => isHarmless(each as Expression)))
      return null;
    const from = before === undefined ? spanOf(first).from : spanOf(before).to;
    const gone = text.slice(spanOf(first).from, spanOf(last).to);
    return {
      edits: [replace(file, text, from, spanOf(last).to, "")],
      explanation: `${file} passes ${gone} to a function that takes no such argument; it is left out.`,
    };
  },
};
