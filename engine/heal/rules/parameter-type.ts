// A parameter without a type, where every other parameter of that name in the file has one and the same.
import type { Node } from "@babel/types";
import { insert } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { nodesOf, pathTo, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

export const parameterType: Rule = {
  name: "parameter-type",
  leaves: ["type/other"],
  propose: ({ error: { file, line, column, code }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null || code !== "TS7006") return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const bare = pathTo(parsed.module.program, offset).at(-1);
    if (bare?.type !== "Identifier" || bare.typeAnnotation != null || bare.optional === true) return null;
    const types = new Set(
      [...nodesOf(parsed.module.program)].flatMap(parametersOf).flatMap((each) => {
        const type = each.type === "Identifier" && each.name === bare.name ? each.typeAnnotation : null;
        return type == null ? [] : text.slice(spanOf(type).from, spanOf(type).to);
      }),
    );
    const [only, ...others] = types;

    if (only === undefined || others.length > 0) return null;
    return {
      edits: [insert(file, spanOf(bare).to, only)],
      explanation: `The parameter ${bare.name} in ${file} had no type; it has the one that all others of its name have.`,
    };
  },
};

const parametersOf = (node: Node): Node[] =>
  "params" in node && Array.isArray(node.params) ? (node.params as Node[]) : [];
