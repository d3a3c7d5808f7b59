// What a module imports and exports, by name.
import type { ExportDefaultDeclaration, ImportDeclaration, ImportSpecifier, Statement } from "@babel/types";
import type { Module } from "./parse-module.ts";

export const importsOf = ({ program }: Module): ImportDeclaration[] =>
  program.body.filter((statement) => statement.type === "ImportDeclaration");

/** The name a specifier asks the other module for. */
export const importedName = ({ imported }: ImportSpecifier): string =>
  imported.type === "Identifier" ? imported.name : imported.value;

export interface Exports {
  readonly names: ReadonlySet<string>;
  readonly hasDefault: boolean;
  /** `export * from …`: there may be more. */
  readonly isOpen: boolean;
}

export function exportsOf({ program }: Module): Exports {
  const names = new Set<string>();
  let hasDefault = false;
  let isOpen = false;
  for (const statement of program.body) {
    if (statement.type === "ExportDefaultDeclaration") hasDefault = true;
    if (statement.type === "ExportAllDeclaration") isOpen = true;
    if (statement.type !== "ExportNamedDeclaration") continue;
    for (const name of statement.declaration ? declaredNames(statement.declaration) : []) names.add(name);
    for (const { exported } of statement.specifiers) {
      const name = exported.type === "Identifier" ? exported.name : exported.value;
      if (name === "default") hasDefault = true;
      else names.add(name);
    }
  }
  return { names, hasDefault, isOpen };
}

/** Names that a statement itself brings into the module's scope; patterns are left out. */
export function declaredNames(statement: Statement | ExportDefaultDeclaration["declaration"]): string[] {
  switch (statement.type) {
    case "VariableDeclaration":
      return statement.declarations.flatMap(({ id }) => (id.type === "Identifier" ? id.name : []));
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return statement.id ? [statement.id.name] : [];
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
    case "TSEnumDeclaration":
      return [statement.id.name];
    default:
      return [];
  }
}
