// A promise is used as if it were its value: it is awaited, where the function around it may wait.
import type { Node } from "@babel/types";
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { pathTo, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const onPromise =
  /does not exist on type '(?:Omit<)?(?:Promise|SQLite(?:Select|Insert|Update|Delete)\w*|QueryPromise)<|'Promise<.*' (?:is not assignable to (?:type|parameter)|must have a|is missing the following)|this 'Promise<.*' is always defined|forget to use 'await'/;
const functions = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ObjectMethod",
  "ClassMethod",
  "ClassPrivateMethod",
]);

export const missingAwait: Rule = {
  name: "missing-await",
  leaves: ["type/mismatch", "type/missing-property", "type/other"],
  propose: ({ error: { file, line, column, message, excerpt }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null) return null;
    if (!onPromise.test(`${message}\n${excerpt}`)) return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const chain = pathTo(parsed.module.program, offset);
    const used = promiseAt(chain, offset);
    const promise = used === null ? null : declaredAs(chain, used);
    if (promise === null || !mayWait(chain)) return null;
    const { from, to } = spanOf(promise.node);
    const code = text.slice(from, to);
    const needsBrackets = promise.isObject && promise.node.extra?.["parenthesized"] !== true;
    return {
      edits: [replace(file, text, from, to, needsBrackets ? `(await ${code})` : `await ${code}`)],
      explanation: `${file} used a promise as if it were there already; it is awaited now.`,
    };
  },
};

interface Found {
  readonly node: Node;
  /** A member of it is read. */
  readonly isObject: boolean;
}

/** Of `f().name` at `name`: `f()`; of a pattern: what it takes apart; else the call that begins there, or the name that is passed. */
function promiseAt(chain: readonly Node[], offset: number): Found | null {
  const last = chain.at(-1);
  const parent = chain.at(-2);
  if (
    (parent?.type === "MemberExpression" || parent?.type === "OptionalMemberExpression") &&
    parent.property === last
  ) {
    return isAwaited(parent.object) ? null : { node: parent.object, isObject: true };
  }
  const pattern = chain.findLast((node) => node.type === "ObjectPattern");
  const declarator = pattern && chain[chain.indexOf(pattern) - 1];
  if (declarator?.type === "VariableDeclarator" && declarator.id === pattern && declarator.init) {
    return isAwaited(declarator.init) ? null : { node: declarator.init, isObject: false };
  }
  const call = chain.find((node) => spanOf(node).from === offset && node.type === "CallExpression");
  if (call !== undefined) return { node: call, isObject: false };
  // A name that is passed on: what it was declared with.
  return last?.type === "Identifier" && parent?.type === "CallExpression" ? { node: last, isObject: false } : null;
}

/** What a name in the function was declared with is awaited there, once for all its uses. */
function declaredAs(chain: readonly Node[], used: Found): Found | null {
  const { node } = used;
  if (node.type !== "Identifier") return used;
  for (const block of chain.toReversed()) {
    if (/Function|Method/.test(block.type)) break;
    if (block.type !== "BlockStatement") continue;
    const declarators = block.body.flatMap((each) => (each.type === "VariableDeclaration" ? each.declarations : []));
    const found = declarators.find(({ id }) => id.type === "Identifier" && id.name === node.name);
    if (found?.init == null) continue;
    return isAwaited(found.init) ? null : { node: found.init, isObject: false };
  }
  return used;
}

const isAwaited = (node: Node): boolean => node.type === "AwaitExpression";

function mayWait(chain: readonly Node[]): boolean {
  const around = chain.findLast(({ type }) => functions.has(type));
  return around === undefined || ("async" in around && around.async === true);
}
