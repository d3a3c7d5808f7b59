// `Promise` without saying of what, as what a function gives: of nothing where it returns nothing; else the compiler is left
// to work it out from what is returned, which is as strict.
import type { Node } from "@babel/types";
import { insert, replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { childrenOf, pathTo, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const asked = /Generic type 'Promise<T>' requires 1 type argument/;

export const promiseOfNothing: Rule = {
  name: "promise-of-nothing",
  leaves: ["type/generic-constraint"],
  propose: ({ error: { file, line, column, message }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null || !asked.test(message)) return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const chain = pathTo(parsed.module.program, offset);
    const annotation = chain.findLast(({ type }) => type === "TSTypeAnnotation");
    const owner = annotation && chain[chain.indexOf(annotation) - 1];
    const isReturned =
      owner !== undefined && "returnType" in owner && owner.returnType === annotation && "body" in owner;
    if (annotation === undefined || !isReturned || !("async" in owner) || owner.async !== true) return null;
    if (text.slice(spanOf(annotation).from, spanOf(annotation).to).replace(/^:\s*/, "") !== "Promise") return null;
    const body = owner.body as Node;
    if (body.type === "BlockStatement" && !returnsValue(body)) {
      return {
        edits: [insert(file, spanOf(annotation).to, "<void>")],
        explanation: `A function in ${file} gives a promise of nothing, and says so now.`,
      };
    }
    return {
      edits: [replace(file, text, spanOf(annotation).from, spanOf(annotation).to, "")],
      explanation: `A function in ${file} did not say what its promise is of; the compiler reads it from what is returned.`,
    };
  },
};

/** In functions inside it is another's. */
function returnsValue(node: Node): boolean {
  if (node.type === "ReturnStatement") return node.argument != null;
  return childrenOf(node).some((child) => !/Function|Method/.test(child.type) && returnsValue(child));
}
