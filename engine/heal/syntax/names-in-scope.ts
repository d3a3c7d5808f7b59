// Names that can be used at the end of a path of nodes: parameters of the functions around, and what their blocks and the
// module declare. Names of types are left out.
import type { Node } from "@babel/types";
import { importsOf } from "./module-names.ts";
import { spanOf } from "./walk.ts";

export function namesInScope(chain: readonly Node[]): ReadonlySet<string> {
  const names = new Set<string>();
  const end = chain.at(-1);
  const at = end === undefined ? 0 : spanOf(end).from;
  for (const node of chain) {
    if (node.type === "Program") {
      for (const declaration of importsOf({ program: node } as Parameters<typeof importsOf>[0])) {
        if (declaration.importKind === "type") continue;
        for (const { local } of declaration.specifiers) names.add(local.name);
      }
    }
    if ("params" in node && Array.isArray(node.params)) for (const each of node.params as Node[]) addBound(each, names);
    const body = node.type === "Program" || node.type === "BlockStatement" ? node.body : [];
    for (const statement of body) {
      const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
      if (declared?.type === "FunctionDeclaration" && declared.id) names.add(declared.id.name);
      // What is declared below is not there yet.
      if (declared?.type !== "VariableDeclaration" || (spanOf(statement).to > at && node.type !== "Program")) continue;
      for (const { id } of declared.declarations) addBound(id, names);
    }
  }
  return names;
}

/** What a declaration or a parameter binds. */
export function namesOfPattern(pattern: Node): string[] {
  const names = new Set<string>();
  addBound(pattern, names);
  return [...names];
}

function addBound(pattern: Node, names: Set<string>): void {
  if (pattern.type === "Identifier") {
    names.add(pattern.name);
    return;
  }
  if (pattern.type === "AssignmentPattern") {
    addBound(pattern.left, names);
    return;
  }
  if (pattern.type === "RestElement") {
    addBound(pattern.argument, names);
    return;
  }
  if (pattern.type === "ObjectPattern") {
    for (const property of pattern.properties) {
      addBound(property.type === "RestElement" ? property.argument : property.value, names);
    }
    return;
  }
  if (pattern.type !== "ArrayPattern") return;
  for (const element of pattern.elements) if (element !== null) addBound(element, names);
}
