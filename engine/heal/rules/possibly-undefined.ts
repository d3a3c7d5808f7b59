// A member of something that may not be there is read with `?.`, where whatever receives it copes with nothing anyway: it
// has a default, is compared, is a condition, is sifted out of a list, or is given by a function that may give nothing, such
// as a component. Anywhere else what should happen is for people to say.
import type { Node } from "@babel/types";
import { insert } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { pathTo, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const codes = new Set(["TS2531", "TS2532", "TS2533", "TS18047", "TS18048", "TS18049"]);

export const possiblyUndefined: Rule = {
  name: "possibly-undefined",
  leaves: ["type/null"],
  propose: ({ error: { file, line, column, code, message }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null || !codes.has(code ?? "")) return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const chain = pathTo(parsed.module.program, offset);
    const at = findAbsent(chain, offset, text, named.exec(message)?.groups?.["name"]);
    const object = chain[at];
    if (object === undefined) return null;
    const reading = chain[at - 1];
    if (reading === undefined || !isReading(reading)) return null;
    const words = text.slice(spanOf(object).from, spanOf(object).to);
    if (!copes(chain, at - 1) && !isKnownToBeAbsent(chain, at, text, words)) return null;
    const dot = text.indexOf(reading.computed ? "[" : ".", spanOf(object).to);
    if (dot < 0 || text.slice(spanOf(object).to, dot).trim() !== "") return null;
    return {
      edits: [insert(file, dot, reading.computed ? "?." : "?")],
      explanation: `${words} in ${file} may be missing; it is read with "?." now.`,
    };
  },
};

const named = /^'(?<name>.+)' is possibly/;
const maybe = new Set(["at", "exec", "find", "findLast", "get", "getItem", "match", "pop", "querySelector", "shift"]);

/**
 * The compiler names where it begins, not where it ends: `a.b[0].c` begins at `a`. What it names in words is found by its
 * words; else it is the one link that can be absent by its nature, an element or the answer of a search.
 */
function findAbsent(chain: readonly Node[], offset: number, text: string, name: string | undefined): number {
  const objects = [...chain.keys()].filter((index) => {
    const node = chain[index];
    return node !== undefined && isObjectOf(node, chain[index - 1]) && spanOf(node).from === offset;
  });
  const fits = objects.filter((index) => {
    const node = chain[index];
    if (node === undefined) return false;
    return name === undefined ? isSearch(node) : text.slice(spanOf(node).from, spanOf(node).to) === name;
  });
  return fits.length === 1 ? (fits[0] ?? -1) : -1;
}

function isSearch(node: Node): boolean {
  if (node.type === "MemberExpression" || node.type === "OptionalMemberExpression") return node.computed;
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const { property } = node.callee;
  return property.type === "Identifier" && maybe.has(property.name);
}

type Reading = Extract<Node, { type: "MemberExpression" | "OptionalMemberExpression" }>;

/** Reads a member without asking whether there is anything to read from; `?.` further left does not help it. */
const isReading = (node: Node): node is Reading =>
  node.type === "MemberExpression" || (node.type === "OptionalMemberExpression" && !node.optional);

const isObjectOf = (node: Node, parent: Node | undefined): boolean =>
  parent !== undefined && isReading(parent) && parent.object === node;

/** The function around reads it with `?.` elsewhere: that it may be missing was thought of, and what then is the type's. */
function isKnownToBeAbsent(chain: readonly Node[], at: number, text: string, words: string): boolean {
  const around = chain.slice(0, at).findLast(({ type }) => /Function|Method/.test(type));
  return around !== undefined && text.slice(spanOf(around).from, spanOf(around).to).includes(`${words}?.`);
}

const links = new Set(["MemberExpression", "OptionalMemberExpression", "CallExpression", "OptionalCallExpression"]);
const comparisons = new Set(["===", "!==", "==", "!="]);

/** Whether the end of the chain of members and calls lands where `undefined` is as good as another value. */
function copes(chain: readonly Node[], from: number): boolean {
  let at = from;
  while (at > 0 && links.has(chain[at - 1]?.type ?? "") && isLinkOf(chain[at - 1], chain[at])) at -= 1;
  const end = chain[at];
  const receiver = chain[at - 1];
  switch (receiver?.type) {
    case "LogicalExpression":
      return receiver.left === end;
    case "BinaryExpression":
      return comparisons.has(receiver.operator);
    case "IfStatement":
    case "ConditionalExpression":
      return receiver.test === end;
    case "UnaryExpression":
      return receiver.operator === "!";
    case "JSXExpressionContainer":
      return chain[at - 2]?.type === "JSXElement" || chain[at - 2]?.type === "JSXFragment";
    case "ExpressionStatement":
      return true;
    case "ArrowFunctionExpression":
      return receiver.body === end && (isSifted(chain, at - 1) || mayGiveNothing(receiver));
    case "ReturnStatement": {
      const around = chain.slice(0, at).findLast(({ type }) => /Function|Method/.test(type));
      return around !== undefined && mayGiveNothing(around);
    }
    default:
      return false;
  }
}

/** The function says that there may be nothing to give, or is a component: what draws nothing is drawn. */
function mayGiveNothing(around: Node): boolean {
  if (around.type === "FunctionDeclaration" && around.returnType == null) return /^[A-Z]/.test(around.id?.name ?? "");
  if (!("returnType" in around) || around.returnType?.type !== "TSTypeAnnotation") return false;
  if ("async" in around && around.async === true) return false;
  const { typeAnnotation: type } = around.returnType;
  return type.type === "TSUnionType" && type.types.some((each) => each.type === "TSUndefinedKeyword");
}

/** `.map((each) => …).filter((found) => found !== undefined)`: what is absent is left out of the list. */
function isSifted(chain: readonly Node[], arrow: number): boolean {
  const [map, member, filter] = [chain[arrow - 1], chain[arrow - 2], chain[arrow - 3]];
  if (map?.type !== "CallExpression" || map.arguments[0] !== chain[arrow] || !isMethod(map.callee, "map")) return false;
  if (member === undefined || !isMethod(member, "filter") || !isLinkOf(member, map)) return false;
  const [test] = filter?.type === "CallExpression" && filter.callee === member ? filter.arguments : [];
  if (test?.type === "Identifier") return test.name === "Boolean";
  if (test?.type !== "ArrowFunctionExpression" || test.body.type !== "BinaryExpression") return false;
  const { operator, left, right } = test.body;
  const [found] = test.params;
  const isAsked = found?.type === "Identifier" && left.type === "Identifier" && left.name === found.name;
  if (!isAsked) return false;
  return (
    (operator === "!==" && right.type === "Identifier" && right.name === "undefined") ||
    (operator === "!=" && (right.type === "NullLiteral" || (right.type === "Identifier" && right.name === "undefined")))
  );
}

const isMethod = (node: Node, name: string): boolean =>
  node.type === "MemberExpression" && node.property.type === "Identifier" && node.property.name === name;

function isLinkOf(parent: Node | undefined, child: Node | undefined): boolean {
  if (parent === undefined) return false;
  return ("object" in parent && parent.object === child) || ("callee" in parent && parent.callee === child);
}
