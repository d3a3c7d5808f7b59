// An import that a module lacks, in the place where this project's order of imports has it.
import { importsOf } from "../syntax/module-names.ts";
import type { Module } from "../syntax/parse-module.ts";
import { spanOf } from "../syntax/walk.ts";
import { insert, type ReplaceEdit } from "./edit.ts";

export interface ImportSource {
  readonly specifier: string;
  readonly isType: boolean;
}

/** Taken into an import of the same module where there is one. */
export function addImport(
  path: string,
  module: Module,
  name: string,
  { specifier, isType }: ImportSource,
): ReplaceEdit {
  const imports = importsOf(module);
  const ofModule = imports.filter(({ source }) => source.value === specifier);
  const same =
    ofModule.find((each) => (each.importKind === "type") === isType) ??
    (isType
      ? ofModule.find(({ specifiers }) => specifiers.some((each) => each.type === "ImportSpecifier"))
      : undefined);
  const written = isType && same?.importKind !== "type" ? `type ${name}` : name;
  const named = same?.specifiers.filter((each) => each.type === "ImportSpecifier") ?? [];
  const next = named.find(({ local }) => local.name.toLowerCase() > name.toLowerCase());
  if (next !== undefined) return insert(path, spanOf(next).from, `${written}, `);
  const last = named.at(-1);
  if (last !== undefined) return insert(path, spanOf(last).to, `, ${written}`);
  const line = `import ${isType ? "type " : ""}{ ${name} } from "${specifier}";\n`;
  const before = imports.find(({ source }) => comesBefore(specifier, source.value));
  if (before !== undefined) return insert(path, spanOf(before).from, line);
  const end = imports.at(-1);
  if (end !== undefined) return insert(path, spanOf(end).to, `\n${line.trimEnd()}`);
  const directive = module.program.directives.at(-1);
  if (directive !== undefined) return insert(path, spanOf(directive).to, `\n${line.trimEnd()}`);
  return insert(path, 0, `${line}\n`);
}

/** Packages, then what is further away, then what is near; each by its name. */
function comesBefore(one: string, other: string): boolean {
  const rank = (specifier: string): number => (specifier.startsWith("../") ? 1 : specifier.startsWith(".") ? 2 : 0);
  return rank(one) === rank(other) ? one < other : rank(one) < rank(other);
}
