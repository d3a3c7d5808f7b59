// A component that ends early before it has called all of its hooks: it ends after the last of them. Where a hook needs what
// the early end made sure of, the compiler says so, and the repair is not kept.
import type { BlockStatement, Node, Statement } from "@babel/types";
import { insert, replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { lineAround, offsetOf } from "../syntax/places.ts";
import { childrenOf, pathTo, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const conditional = /called conditionally|same order|consistent order/i;

export const hooksFirst: Rule = {
  name: "hooks-first",
  leaves: ["type/lint"],
  propose: ({ error: { file, line, column, code, message }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null) return null;
    if (!/hooks/.test(code ?? "") || !conditional.test(message)) return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const body = bodyAround(pathTo(parsed.module.program, offset));
    const called = body?.body.findIndex((each) => spanOf(each).from <= offset && offset < spanOf(each).to) ?? -1;
    const statements = body?.body ?? [];
    // A hook inside of a condition or a loop is another fault.
    const hook = statements[called];
    if (hook === undefined || !["VariableDeclaration", "ExpressionStatement"].includes(hook.type)) return null;
    const early = statements.slice(0, called).filter(endsEarly);
    const last = statements.findLast((each) => !endsEarly(each) && callsHook(each));
    if (early.length === 0 || last === undefined) return null;
    const moved = early.map((each) => lineAround(text, spanOf(each).from, spanOf(each).to));
    const below = lineAround(text, spanOf(last).from, spanOf(last).to).to;
    const words = moved.map(({ from, to }) => text.slice(from, to)).join("");
    return {
      edits: [...moved.map(({ from, to }) => replace(file, text, from, to, "")), insert(file, below, words)],
      explanation: `A component in ${file} ended before it had called all of its hooks; it ends after them now.`,
    };
  },
};

/** Of the innermost function around. */
function bodyAround(chain: readonly Node[]): BlockStatement | null {
  const around = chain.findLast(({ type }) => /Function|Method/.test(type));
  if (around === undefined || !("body" in around)) return null;
  const { body } = around;
  return typeof body === "object" && body !== null && "type" in body && body.type === "BlockStatement" ? body : null;
}

function endsEarly(statement: Statement): boolean {
  if (statement.type !== "IfStatement" || statement.alternate != null) return false;
  const { consequent } = statement;
  return (consequent.type === "BlockStatement" ? consequent.body : [consequent]).at(-1)?.type === "ReturnStatement";
}

/** By itself, not in a function that it declares. */
function callsHook(node: Node): boolean {
  if (/Function|Method/.test(node.type)) return false;
  if (node.type === "CallExpression") {
    const { callee } = node;
    if (callee.type === "Identifier" && /^use[A-Z]/.test(callee.name)) return true;
  }
  return childrenOf(node).some(callsHook);
}
