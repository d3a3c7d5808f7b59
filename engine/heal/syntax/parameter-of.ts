import type { Tree } from "../edits/edit.ts";
import { importedName, importsOf } from "./module-names.ts";
import { resolveSpecifier } from "./module-paths.ts";
import { type Module, parseModule } from "./parse-module.ts";
import { nodesOf } from "./walk.ts";

/** What the function calls its parameter at that place, wherever in the app it is declared. */
export function parameterOf(tree: Tree, path: string, module: Module, callee: string, at: number): string | null {
  for (const declaration of importsOf(module)) {
    const specifier = declaration.specifiers.find(({ local }) => local.name === callee);
    if (specifier?.type !== "ImportSpecifier") continue;
    const from = resolveSpecifier(tree, path, declaration.source.value);
    const other = from === null ? null : parseModule(from, tree.get(from) ?? "");
    return other?.ok ? declaredParameter(other.module, importedName(specifier), at) : null;
  }
  return declaredParameter(module, callee, at);
}

function declaredParameter({ program }: Module, name: string, at: number): string | null {
  for (const node of nodesOf(program)) {
    const isFunction = node.type === "FunctionDeclaration" && node.id?.name === name;
    const isVariable = node.type === "VariableDeclarator" && node.id.type === "Identifier" && node.id.name === name;
    const value = isFunction ? node : isVariable ? node.init : null;
    if (value?.type !== "FunctionDeclaration" && value?.type !== "ArrowFunctionExpression") continue;
    const parameter = value.params[at];
    return parameter?.type === "Identifier" ? parameter.name : null;
  }
  return null;
}
