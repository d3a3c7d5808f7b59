// Where a module uses a name of its own scope. Names of members and keys are not uses.
import type { Node } from "@babel/types";
import type { Module } from "./parse-module.ts";
import { childrenOf } from "./walk.ts";

export interface Uses {
  readonly nodes: readonly Node[];
  /** Declared once, at the top or by an import, and never short for `{ name: name }`: all uses may be renamed together. */
  readonly isPlain: boolean;
}

export function usesOf({ program }: Module, name: string): Uses {
  const nodes = new Map<number, Node>();
  let declared = 0;
  let hasShorthand = false;
  const visit = (node: Node, parents: readonly Node[]): void => {
    const parent = parents.at(-1);
    const isNamed = (node.type === "Identifier" || node.type === "JSXIdentifier") && node.name === name;
    if (isNamed && parent !== undefined && !isKey(node, parent)) {
      nodes.set(node.start ?? 0, node);
      if (parent.type === "ObjectProperty" && parent.shorthand) hasShorthand = true;
      if (declares(node, parent)) declared += 1;
    }
    for (const child of childrenOf(node)) visit(child, [...parents, node]);
  };
  visit(program, []);
  return { nodes: [...nodes.values()], isPlain: declared <= 1 && !hasShorthand };
}

function isKey(node: Node, parent: Node): boolean {
  switch (parent.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.property === node && !parent.computed;
    case "JSXMemberExpression":
      return parent.property === node;
    case "JSXAttribute":
      return parent.name === node;
    case "ObjectProperty":
      return parent.key === node && !parent.computed && !parent.shorthand;
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassProperty":
    case "TSPropertySignature":
    case "TSMethodSignature":
      return parent.key === node && !parent.computed;
    default:
      return false;
  }
}

function declares(node: Node, parent: Node): boolean {
  switch (parent.type) {
    case "ImportSpecifier":
      return parent.local === node;
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
    case "ArrayPattern":
    case "RestElement":
      return true;
    case "VariableDeclarator":
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
      return parent.id === node || ("params" in parent && parent.params.some((param) => param === node));
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return parent.params.some((param) => param === node);
    case "AssignmentPattern":
      return parent.left === node;
    default:
      return false;
  }
}
