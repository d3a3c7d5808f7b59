// An element of a list without a key: it gets the key of the element that the same item has in another case, or what tells
// its item from the others, where the element itself reads that; an option of a choice is told apart by its value.
import type {
  ArrowFunctionExpression,
  CallExpression,
  JSXAttribute,
  JSXElement,
  Node,
  OptionalCallExpression,
} from "@babel/types";
import { insert } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { childrenOf, nodesOf, pathTo, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

/** By how sure it is that no two items have the same. */
const telling = ["id", "key", "slug", "code"];

export const missingKey: Rule = {
  name: "missing-key",
  leaves: ["type/lint"],
  propose: ({ error: { file, line, column, code, message }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null) return null;
    if (!/jsx-key/.test(code ?? "") || !message.includes('"key"')) return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const chain = pathTo(parsed.module.program, offset);
    // The linter names where the iteration begins, or the element.
    const call = chain.findLast((node) => isCall(node));
    const [first] = call?.arguments ?? [];
    const callback = first?.type === "ArrowFunctionExpression" ? first : null;
    if (callback === null) return null;
    const items = outermostElements(callback.body);
    const [element, ...others] = items.filter((item) => attributeOf(item, "key") === null);
    if (element === undefined || others.length > 0) return null;
    const key = keyOfTwin(items, text) ?? keyOf(element, callback) ?? valueOfOption(element, text);
    if (key === null) return null;
    return {
      edits: [insert(file, spanOf(element.openingElement.name).to, ` key={${key}}`)],
      explanation: `Items of a list in ${file} had no key; they are told apart by ${key} now.`,
    };
  },
};

const isCall = (node: Node): node is CallExpression | OptionalCallExpression =>
  node.type === "CallExpression" || node.type === "OptionalCallExpression";

/** Of one callback, which may give one element or another. */
function outermostElements(node: Node): JSXElement[] {
  return node.type === "JSXElement" ? [node] : childrenOf(node).flatMap(outermostElements);
}

function attributeOf({ openingElement }: JSXElement, name: string): JSXAttribute | null {
  const found = openingElement.attributes.find((each) => each.type === "JSXAttribute" && each.name.name === name);
  return found?.type === "JSXAttribute" ? found : null;
}

/** The text between the braces of `name={…}`. */
function expressionOf(attribute: JSXAttribute | null, text: string): string | null {
  const value = attribute?.value;
  return value?.type === "JSXExpressionContainer" ? text.slice(spanOf(value).from + 1, spanOf(value).to - 1) : null;
}

function valueOfOption(element: JSXElement, text: string): string | null {
  const { name } = element.openingElement;
  const isOption = name.type === "JSXIdentifier" && name.name === "option";
  return isOption ? expressionOf(attributeOf(element, "value"), text) : null;
}

/** What the element that the callback gives in another case is told apart by. */
function keyOfTwin(items: readonly JSXElement[], text: string): string | null {
  const keys = items.flatMap((item) => expressionOf(attributeOf(item, "key"), text) ?? []);
  const [key, ...others] = new Set(keys);
  return key === undefined || others.length > 0 ? null : key;
}

function keyOf(element: JSXElement, { params: [item] }: ArrowFunctionExpression): string | null {
  const inside = [...nodesOf(element)];
  if (item?.type === "Identifier") {
    const read = (name: string): boolean => inside.some((node) => isMember(node, item.name, name));
    const found = telling.find(read);
    return found === undefined ? null : `${item.name}.${found}`;
  }
  if (item?.type !== "ObjectPattern") return null;
  const taken = item.properties.flatMap((each) =>
    each.type === "ObjectProperty" && each.value.type === "Identifier" ? each.value.name : [],
  );
  return telling.find((name) => taken.includes(name)) ?? null;
}

const isMember = (node: Node, object: string, property: string): boolean =>
  node.type === "MemberExpression" &&
  !node.computed &&
  node.object.type === "Identifier" &&
  node.object.name === object &&
  node.property.type === "Identifier" &&
  node.property.name === property;
