// A component that asks for the time or for chance while it is drawn, so that it may look different each time. It asks once,
// when it appears: what React's own documentation has for it.
import type { BlockStatement, CallExpression, Node } from "@babel/types";
import { addImport } from "../edits/add-import.ts";
import { insert, replace } from "../edits/edit.ts";
import { importsOf } from "../syntax/module-names.ts";
import { type Module, parseModule } from "../syntax/parse-module.ts";
import { lineAround, offsetOf } from "../syntax/places.ts";
import { nodesOf, pathTo, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

/** With names for what is kept, the first that the file has not. */
const impure: Readonly<Record<string, readonly string[]>> = {
  "performance.now": ["now", "openedAt"],
  "Date.now": ["now", "openedAt"],
  "Math.random": ["random", "chance"],
};

export const impureInRender: Rule = {
  name: "impure-in-render",
  leaves: ["type/lint"],
  propose: ({ error: { file, line, column, code }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null) return null;
    const parsed = /purity/.test(code ?? "") ? parseModule(file, text) : null;
    const offset = offsetOf(text, line, column);
    if (!parsed?.ok || offset === null) return null;
    const found = drawnCalls(parsed.module);
    // A repair before this one may have moved it: then there must be no other.
    const meant = found.find(({ call }) => spanOf(call).from === offset) ?? (found.length === 1 ? found[0] : undefined);
    const first = meant?.body.body[0];
    if (meant === undefined || first === undefined) return null;
    const { call } = meant;
    const words = text.slice(spanOf(call.callee).from, spanOf(call.callee).to);
    const name = impure[words]?.find((each) => !new RegExp(`(?<!\\.)\\b${each}\\b`).test(text));
    if (name === undefined || !hasState(parsed.module, text)) return null;
    const { from: start } = lineAround(text, spanOf(first).from, spanOf(first).from);
    const indent = text.slice(start, spanOf(first).from);
    if (indent.trim() !== "") return null;
    const { from, to } = spanOf(call);
    const isImported = importsOf(parsed.module).some(({ specifiers }) =>
      specifiers.some(({ local }) => local.name === "useState"),
    );
    return {
      edits: [
        replace(file, text, from, to, name),
        insert(file, start, `${indent}const [${name}] = useState(() => ${words}());\n`),
        ...(isImported ? [] : [addImport(file, parsed.module, "useState", { specifier: "react", isType: false })]),
      ],
      explanation: `A component in ${file} called ${words}() each time it was drawn; it asks once now, when it appears.`,
    };
  },
};

/** The name is React's, or free. */
const hasState = (module: Module, text: string): boolean =>
  importsOf(module).some(
    ({ source, specifiers }) => source.value === "react" && specifiers.some(({ local }) => local.name === "useState"),
  ) || !/\buseState\b/.test(text);

/** Calls in the body of a component itself, not in what it hands on to be called later. */
function drawnCalls({ program }: Module): { call: CallExpression; body: BlockStatement }[] {
  return [...nodesOf(program)].flatMap((node) => {
    if (node.type !== "CallExpression" || node.arguments.length > 0 || !isImpure(node.callee)) return [];
    const chain = pathTo(program, spanOf(node).from);
    const at = chain.findLastIndex(({ type }) => /Function|Method/.test(type));
    const around = chain[at];
    if (around?.type !== "FunctionDeclaration" && around?.type !== "ArrowFunctionExpression") return [];
    if (around.body.type !== "BlockStatement" || !/^(?:[A-Z]|use[A-Z])/.test(nameOf(around, chain[at - 1]))) return [];
    return [{ call: node, body: around.body }];
  });
}

function isImpure(callee: Node): boolean {
  if (callee.type !== "MemberExpression" || callee.computed) return false;
  const { object, property } = callee;
  return object.type === "Identifier" && property.type === "Identifier" && `${object.name}.${property.name}` in impure;
}

function nameOf(node: Node, parent: Node | undefined): string {
  if (node.type === "FunctionDeclaration") return node.id?.name ?? "";
  return parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id.name : "";
}
