// A function waits without saying so. It becomes `async` where it is declared to give a promise, or does not say what it
// gives; elsewhere its callers would suddenly get one.
import type { Node } from "@babel/types";
import { insert } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { pathTo, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const asked = /['"`]?await['"`]?(?: expressions? (?:are|is))? .*(?:only )?allowed .*async/;

export const missingAsync: Rule = {
  name: "missing-async",
  leaves: ["syntax/parse", "syntax/unexpected-token"],
  propose: ({ error: { file, line, column, message }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null || !asked.test(message)) return null;
    const offset = offsetOf(text, line, column);
    if (offset === null || text.slice(offset, offset + "await".length) !== "await") return null;
    // Read without the word, so that there is a tree to find the function in; no offset changes.
    const parsed = parseModule(file, `${text.slice(0, offset)}     ${text.slice(offset + "await".length)}`);
    if (!parsed.ok) return null;
    const around = pathTo(parsed.module.program, offset + "await ".length).findLast(isFunction);
    if (around === undefined || around.async === true || !mayGivePromise(around)) return null;
    const { from } = spanOf(around);
    const at = around.type === "ObjectMethod" || around.type === "ClassMethod" ? spanOf(around.key).from : from;
    return {
      edits: [insert(file, at, "async ")],
      explanation: `A function in ${file} waits for something, and is declared "async" now.`,
    };
  },
};

const functions = [
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ObjectMethod",
  "ClassMethod",
] as const;

type FunctionNode = Extract<Node, { type: (typeof functions)[number] }>;

const isFunction = (node: Node): node is FunctionNode => functions.some((type) => type === node.type);

/** Declared so, or left to the compiler, which then says where a promise is not what was expected. */
function mayGivePromise({ returnType }: FunctionNode): boolean {
  if (returnType?.type !== "TSTypeAnnotation") return returnType == null;
  const { typeAnnotation } = returnType;
  return (
    typeAnnotation.type === "TSTypeReference" &&
    typeAnnotation.typeName.type === "Identifier" &&
    typeAnnotation.typeName.name === "Promise"
  );
}
