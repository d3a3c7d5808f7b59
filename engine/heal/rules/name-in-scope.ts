// An argument or a required member is missing, and what stands in scope has exactly its name: it is passed on. Nothing is
// made up: without such a name what should be there is for others to say.
import type { CallExpression, JSXOpeningElement, Node, ObjectExpression } from "@babel/types";
import { insert, type Tree } from "../edits/edit.ts";
import { type Module, parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { namesInScope } from "../syntax/names-in-scope.ts";
import { parameterOf } from "../syntax/parameter-of.ts";
import { pathTo, spanOf } from "../syntax/walk.ts";
import type { Proposal, Rule } from "./rule.ts";

const missingMember = /Property '(?<name>[\w$]+)' is missing in type/;
const missingArgument = /Expected (?<least>\d+)(?:-\d+)? arguments?, but got (?<got>\d+)/;

export const nameInScope: Rule = {
  name: "name-in-scope",
  leaves: ["type/missing-property", "type/mismatch"],
  propose: ({ error: { file, line, column, message, excerpt }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null) return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const chain = pathTo(parsed.module.program, offset);
    const said = `${message}\n${excerpt}`;
    const member = missingMember.exec(said)?.groups?.["name"];
    if (member !== undefined) return passMember(file, text, chain, offset, member);
    const counts = missingArgument.exec(said)?.groups;
    if (counts === undefined || Number(counts["got"]) !== Number(counts["least"]) - 1) return null;
    const call = chain.find(
      (node): node is CallExpression => node.type === "CallExpression" && spanOf(node.callee).from === offset,
    );
    return call === undefined ? null : passArgument(file, text, parsed.module, tree, chain, call);
  },
};

function passMember(path: string, text: string, chain: readonly Node[], offset: number, name: string): Proposal | null {
  const isMeant = (node: Node): boolean =>
    node.type === "ObjectExpression" || (node.type === "JSXOpeningElement" && spanOf(node.name).from === offset);
  const target = chain.findLast((node): node is ObjectExpression | JSXOpeningElement => isMeant(node));
  if (target === undefined || !namesInScope(chain).has(name)) return null;
  const explanation = `${path} left out ${name}, which is required; the one in scope is passed on.`;
  if (target.type === "JSXOpeningElement")
    return { edits: [insert(path, spanOf(target.name).to, ` ${name}={${name}}`)], explanation };
  const last = target.properties.at(-1);
  if (last === undefined) return { edits: [insert(path, spanOf(target).from + 1, ` ${name} `)], explanation };
  const before = text.slice(text.lastIndexOf("\n", spanOf(last).from) + 1, spanOf(last).from);
  const isOwnLine = before.trim() === "";
  return { edits: [insert(path, spanOf(last).to, `,${isOwnLine ? `\n${before}` : " "}${name}`)], explanation };
}

function passArgument(
  path: string,
  text: string,
  module: Module,
  tree: Tree,
  chain: readonly Node[],
  call: CallExpression,
): Proposal | null {
  const name =
    call.callee.type === "Identifier" ? parameterOf(tree, path, module, call.callee.name, call.arguments.length) : null;
  if (name === null || !namesInScope(chain).has(name)) return null;
  const last = call.arguments.at(-1);
  const at = last === undefined ? text.indexOf("(", spanOf(call.callee).to) + 1 : spanOf(last).to;
  return {
    edits: [insert(path, at, last === undefined ? name : `, ${name}`)],
    explanation: `${path} calls a function without its ${name}; the one in scope is passed on.`,
  };
}
