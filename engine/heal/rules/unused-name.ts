// Something that nobody uses goes: an import, a variable whose value has no effect, a function or type. A parameter gets
// an underscore instead, since its place counts. Not where the version before used it and the use alone is gone.
import type { Expression, Node } from "@babel/types";
import { insert, replace, type ReplaceEdit } from "../edits/edit.ts";
import { declaredNames, importsOf } from "../syntax/module-names.ts";
import { type Module, parseModule } from "../syntax/parse-module.ts";
import { lineAround, offsetOf } from "../syntax/places.ts";
import { pathTo, spanOf } from "../syntax/walk.ts";
import { usesOf } from "../syntax/uses-of.ts";
import { isHarmless } from "./is-harmless.ts";
import { lostItsUse } from "./lost-its-use.ts";
import type { Rule } from "./rule.ts";
import { unusedIn } from "./unused-in.ts";

export const unusedName: Rule = {
  name: "unused-name",
  leaves: ["type/unused"],
  propose: ({ error, tree, earlier }) => {
    const { file, line, column, code } = error;
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null) return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null || lostItsUse(error, tree, earlier)) return null;
    const explanation = (what: string): string => `${what} in ${file} is not used, and taken out.`;
    if (code === "TS6192") {
      const declaration = importsOf(parsed.module).find((each) => holds(each, offset));
      if (declaration === undefined) return null;
      return {
        edits: [removeLines(file, text, declaration)],
        explanation: explanation(`The import of ${declaration.source.value}`),
      };
    }
    const name = unusedIn(error);
    if (name === null) return null;
    const edit =
      removeImported(file, text, parsed.module, name) ?? removeDeclared(file, text, parsed.module, name, offset);
    if (edit !== null) return { edits: [edit], explanation: explanation(name) };
    const underscored = markParameter(file, parsed.module, name, offset);
    return underscored === null
      ? null
      : {
          edits: [underscored],
          explanation: `The parameter ${name} in ${file} is not used; its underscore says that this is meant.`,
        };
  },
};

const holds = (node: Node, offset: number): boolean => spanOf(node).from <= offset && offset < spanOf(node).to;

function removeLines(path: string, text: string, node: Node): ReplaceEdit {
  const { from, to } = lineAround(text, spanOf(node).from, spanOf(node).to);
  const isAlone = text.slice(from, spanOf(node).from).trim() === "" && text.slice(spanOf(node).to, to).trim() === "";
  if (!isAlone) return replace(path, text, spanOf(node).from, spanOf(node).to, "");
  // The empty line that set it apart goes too.
  const end = text.slice(to).startsWith("\n") && (from === 0 || text.slice(0, from).endsWith("\n\n")) ? to + 1 : to;
  return replace(path, text, from, end, "");
}

function removeImported(path: string, text: string, module: Module, name: string): ReplaceEdit | null {
  for (const declaration of importsOf(module)) {
    const at = declaration.specifiers.findIndex(({ local }) => local.name === name);
    const specifier = declaration.specifiers[at];
    if (specifier === undefined) continue;
    if (usesOf(module, name).nodes.length > 1) return null;
    if (declaration.specifiers.length === 1) return removeLines(path, text, declaration);
    if (specifier.type !== "ImportSpecifier") return null;
    const next = declaration.specifiers[at + 1];
    const previous = declaration.specifiers[at - 1];
    const { from, to } = spanOf(specifier);
    if (next !== undefined) return replace(path, text, from, spanOf(next).from, "");
    return previous?.type === "ImportSpecifier" ? replace(path, text, spanOf(previous).to, to, "") : null;
  }
  return null;
}

function removeDeclared(path: string, text: string, module: Module, name: string, offset: number): ReplaceEdit | null {
  const statement = pathTo(module.program, offset).findLast(
    (node) =>
      node.type === "VariableDeclaration" ||
      node.type === "FunctionDeclaration" ||
      node.type === "TSTypeAliasDeclaration" ||
      node.type === "TSInterfaceDeclaration",
  );
  if (statement === undefined || !declaredNames(statement as Parameters<typeof declaredNames>[0]).includes(name))
    return null;
  if (usesOf(module, name).nodes.length > 1) return null;
  if (statement.type === "VariableDeclaration") {
    const [only, ...others] = statement.declarations;
    if (only === undefined || others.length > 0 || (only.init != null && !isHarmless(only.init as Expression)))
      return null;
  }
  return removeLines(path, text, statement);
}

/**
 * One whose place counts, or which has a default, so that nobody has to pass it. That the last one is not used may as well
 * mean that its use was lost.
 */
function markParameter(path: string, module: Module, name: string, offset: number): ReplaceEdit | null {
  const chain = pathTo(module.program, offset);
  const identifier = chain.findLast(({ type }) => type === "Identifier");
  if (identifier?.type !== "Identifier" || identifier.name !== name) return null;
  const around = chain.slice(0, chain.indexOf(identifier));
  const hasDefault = around.at(-1)?.type === "AssignmentPattern";
  const owner = hasDefault ? around.at(-2) : around.at(-1);
  const parameter = hasDefault ? around.at(-1) : identifier;
  if (owner === undefined || !("params" in owner) || !Array.isArray(owner.params)) return null;
  const at = (owner.params as Node[]).findIndex((param) => param === parameter);
  if (at < 0 || (!hasDefault && at === owner.params.length - 1)) return null;
  return insert(path, spanOf(identifier).from, "_");
}
