// Whether the imports that a fix adds or changes lead somewhere: a fix that was right in one app may ask another one for a
// file or a name that it does not have.
import type { Tree } from "../edits/edit.ts";
import { exportsOf, importedName, importsOf } from "../syntax/module-names.ts";
import { isRelative, resolveSpecifier } from "../syntax/module-paths.ts";
import { isModulePath, parseModule } from "../syntax/parse-module.ts";
import { spanOf } from "../syntax/walk.ts";

export function asksForWhatIsThere(before: Tree, after: Tree): boolean {
  return [...after].every(([path, text]) => {
    const old = before.get(path);
    return old === text || !isModulePath(path) || importsLead(path, text, old ?? "", after);
  });
}

function importsLead(path: string, text: string, old: string, tree: Tree): boolean {
  const parsed = parseModule(path, text);
  if (!parsed.ok) return false;
  return importsOf(parsed.module).every((declaration) => {
    const { from, to } = spanOf(declaration);
    const specifier = declaration.source.value;
    if (!isRelative(specifier) || old.includes(text.slice(from, to))) return true;
    const target = resolveSpecifier(tree, path, specifier);
    if (target === null) return false;
    if (!isModulePath(target)) return true;
    const there = parseModule(target, tree.get(target) ?? "");
    if (!there.ok) return true;
    const { names, hasDefault, isOpen } = exportsOf(there.module);
    return declaration.specifiers.every((each) => {
      if (each.type === "ImportDefaultSpecifier") return hasDefault;
      return each.type === "ImportNamespaceSpecifier" || isOpen || names.has(importedName(each));
    });
  });
}
