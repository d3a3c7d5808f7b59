// An import of a name that the other file declares and does not export, or exports under a name that is a slip away.
import { insert, replace } from "../edits/edit.ts";
import { declaredNames, exportsOf, importedName, importsOf, type Exports } from "../syntax/module-names.ts";
import { resolveSpecifier } from "../syntax/module-paths.ts";
import { type Module, parseModule } from "../syntax/parse-module.ts";
import { usesOf } from "../syntax/uses-of.ts";
import { spanOf } from "../syntax/walk.ts";
import { nearestName } from "./nearest-name.ts";
import type { Proposal, Rule } from "./rule.ts";

export const missingExport: Rule = {
  name: "missing-export",
  leaves: ["runtime/export"],
  propose: ({ error: { file, message }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined) return null;
    const parsed = parseModule(file, text);
    if (!parsed.ok) return null;
    for (const declaration of importsOf(parsed.module)) {
      const path = resolveSpecifier(tree, file, declaration.source.value);
      if (path === null) continue;
      const source = tree.get(path) ?? "";
      const other = parseModule(path, source);
      if (!other.ok) continue;
      const exported = exportsOf(other.module);
      for (const specifier of declaration.specifiers) {
        if (specifier.type !== "ImportSpecifier") continue;
        const name = importedName(specifier);
        if (exported.names.has(name) || exported.isOpen || !(message.includes(name) || /is not a module/.test(message)))
          continue;
        return (
          exportIt(path, other.module, name) ??
          correctIt(file, text, parsed.module, specifier.local.name, name, exported)
        );
      }
    }
    return null;
  },
};

function exportIt(path: string, { program }: Module, name: string): Proposal | null {
  const statement = program.body.find(
    (each) =>
      each.type !== "ExportNamedDeclaration" &&
      each.type !== "ExportDefaultDeclaration" &&
      declaredNames(each).includes(name),
  );
  // A statement that declares several names would export them all.
  if (statement === undefined || declaredNames(statement).length !== 1) return null;
  return {
    edits: [insert(path, spanOf(statement).from, "export ")],
    explanation: `${path} declares ${name}, which is used elsewhere, but did not export it.`,
  };
}

function correctIt(
  file: string,
  text: string,
  module: Module,
  local: string,
  name: string,
  { names }: Exports,
): Proposal | null {
  const meant = nearestName(name, names);
  if (meant === null || local !== name) return null;
  const uses = usesOf(module, name);
  if (!uses.isPlain || usesOf(module, meant).nodes.length > 0) return null;
  return {
    edits: uses.nodes.map((node) => replace(file, text, spanOf(node).from, spanOf(node).from + name.length, meant)),
    explanation: `${file} imports ${name}, which does not exist; ${meant} is meant.`,
  };
}
