// A value compared with itself, beside one that is declared for nothing: it was meant to be compared with that.
import type { BinaryExpression, Node } from "@babel/types";
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { nodesOf, pathTo, spanOf } from "../syntax/walk.ts";
import { unusedIn } from "./unused-in.ts";
import type { Rule } from "./rule.ts";

export const comparedWithItself: Rule = {
  name: "compared-with-itself",
  leaves: ["type/unused"],
  propose: ({ error, tree }) => {
    const { file, line, column } = error;
    const text = file === null ? undefined : tree.get(file);
    const name = unusedIn(error);
    if (file === null || text === undefined || line === null || column === null || name === null) return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const chain = pathTo(parsed.module.program, offset);
    const block = chain.findLast(({ type }) => type === "BlockStatement" || type === "Program");
    const declared = chain.findLast((node) => node.type === "VariableDeclarator");
    if (block === undefined || declared?.id.type !== "Identifier" || declared.id.name !== name) return null;
    const [only, ...others] = [...nodesOf(block)].filter(
      (node): node is BinaryExpression => isSelfComparison(node) && spanOf(node).from > spanOf(declared).to,
    );
    if (only === undefined || others.length > 0 || only.right.type !== "Identifier") return null;
    const { from, to } = spanOf(only.right);
    return {
      edits: [replace(file, text, from, to, name)],
      explanation: `${file} compared ${only.right.name} with itself, while ${name} was used nowhere; it is compared with that.`,
    };
  },
};

/** By a sign that does not ask which of the two stands first. */
const isSelfComparison = (node: Node): boolean =>
  node.type === "BinaryExpression" &&
  ["===", "!==", "==", "!="].includes(node.operator) &&
  node.left.type === "Identifier" &&
  node.right.type === "Identifier" &&
  node.left.name === node.right.name;
