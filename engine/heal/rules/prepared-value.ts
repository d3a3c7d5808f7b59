// A value that is declared and used nowhere, beside the one call that could take it: the app passes a member of that very name
// to the same function elsewhere, or the function calls the parameter so that it is not given. It is passed here too. Without
// such a sign an unused name is what it says.
import type { CallExpression, Node, ObjectExpression } from "@babel/types";
import { insert, type ReplaceEdit, replace, type Tree } from "../edits/edit.ts";
import { parameterOf } from "../syntax/parameter-of.ts";
import { isModulePath, type Module, parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { nodesOf, pathTo, spanOf } from "../syntax/walk.ts";
import { unusedIn } from "./unused-in.ts";
import type { Rule } from "./rule.ts";

export const preparedValue: Rule = {
  name: "prepared-value",
  leaves: ["type/unused"],
  propose: ({ error, tree }) => {
    const { file, line, column } = error;
    const text = file === null ? undefined : tree.get(file);
    const name = unusedIn(error);
    if (file === null || text === undefined || line === null || column === null || name === null) return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const scope = scopeOf(pathTo(parsed.module.program, offset), name);
    if (scope === null) return null;
    const calls = [...nodesOf(scope.block)].filter(
      (node): node is CallExpression => node.type === "CallExpression" && spanOf(node).from > scope.declaredTo,
    );
    const [only, ...others] = calls.flatMap((call) => [
      ...asMember(file, text, tree, call, name),
      ...asArgument(file, text, parsed.module, tree, call, name),
    ]);
    if (only === undefined || others.length > 0) return null;
    return {
      edits: [only.edit],
      explanation: `${file} had ${name} at hand and did not pass it to ${only.callee}, which asks for it; it is passed now.`,
    };
  },
};

interface Passed {
  readonly callee: string;
  readonly edit: ReplaceEdit;
}

/** Where a variable of its own can be used, or an import. */
function scopeOf(chain: readonly Node[], name: string): { block: Node; declaredTo: number } | null {
  const declared = chain.findLast(({ type }) => type === "VariableDeclarator" || type === "ImportDeclaration");
  const block = chain.findLast(({ type }) => type === "BlockStatement" || type === "Program");
  if (declared === undefined || block === undefined) return null;
  const isIt =
    declared.type === "ImportDeclaration"
      ? declared.importKind !== "type" && declared.specifiers.some(({ local }) => local.name === name)
      : declared.type === "VariableDeclarator" && declared.id.type === "Identifier" && declared.id.name === name;
  return isIt ? { block, declaredTo: spanOf(declared).to } : null;
}

function asMember(path: string, text: string, tree: Tree, call: CallExpression, name: string): Passed[] {
  return objectsOf(call, text).flatMap(({ callee, at, options }) => {
    const { properties } = options;
    const isTold = properties.some((each) => each.type === "SpreadElement" || isMember(each, name));
    if (isTold || !isPassedElsewhere(tree, callee, at, name)) return [];
    const last = properties.at(-1);
    const { from, to } = spanOf(options);
    const edit =
      last === undefined ? replace(path, text, from, to, `{ ${name} }`) : insert(path, spanOf(last).to, `, ${name}`);
    return [{ callee, edit }];
  });
}

function asArgument(
  path: string,
  text: string,
  module: Module,
  tree: Tree,
  call: CallExpression,
  name: string,
): Passed[] {
  const { callee, arguments: given } = call;
  if (callee.type !== "Identifier" || given.some(({ type }) => type === "SpreadElement")) return [];
  if (parameterOf(tree, path, module, callee.name, given.length) !== name) return [];
  const last = given.at(-1);
  const at = last === undefined ? text.indexOf("(", spanOf(callee).to) + 1 : spanOf(last).to;
  return [{ callee: callee.name, edit: insert(path, at, last === undefined ? name : `, ${name}`) }];
}

interface Given {
  readonly callee: string;
  readonly at: number;
  readonly options: ObjectExpression;
}

/** Objects that a call is given. */
const objectsOf = ({ callee, arguments: given }: CallExpression, text: string): Given[] =>
  given.flatMap((each, at) =>
    each.type === "ObjectExpression"
      ? [{ callee: text.slice(spanOf(callee).from, spanOf(callee).to), at, options: each }]
      : [],
  );

const isMember = (each: ObjectExpression["properties"][number], name: string): boolean =>
  each.type !== "SpreadElement" && !each.computed && each.key.type === "Identifier" && each.key.name === name;

function isPassedElsewhere(tree: Tree, callee: string, at: number, name: string): boolean {
  return [...tree].some(([path, text]) => {
    if (!isModulePath(path) || !text.includes(callee) || !text.includes(name)) return false;
    const parsed = parseModule(path, text);
    if (!parsed.ok) return false;
    return [...nodesOf(parsed.module.program)]
      .flatMap((node) => (node.type === "CallExpression" ? objectsOf(node, text) : []))
      .some(
        (other) =>
          other.callee === callee && other.at === at && other.options.properties.some((each) => isMember(each, name)),
      );
  });
}
