// Whether the imports that a fix adds or changes lead somewhere, and whether a file that it creates has what others import of
// it: a fix that was right in one app may ask another one for a file or a name that it does not have.
import type { Tree } from "../edits/edit.ts";
import { exportsOf, importedName, importsOf } from "../syntax/module-names.ts";
import { isRelative, resolveSpecifier } from "../syntax/module-paths.ts";
import { isModulePath, parseModule } from "../syntax/parse-module.ts";
import { spanOf } from "../syntax/walk.ts";

export function asksForWhatIsThere(before: Tree, after: Tree): boolean {
  const created = [...after.keys()].filter((path) => !before.has(path));
  return [...after].every(([path, text]) => {
    const old = before.get(path);
    if (!isModulePath(path)) return true;
    if (old !== text) return importsLead(path, text, after, (declaration) => !(old ?? "").includes(declaration));
    // A file that was missing is there now, and may not be the one that was missing.
    return (
      !created.some((each) => text.includes(stemOf(each))) ||
      importsLead(path, text, after, (_declaration, target) => target !== null && created.includes(target))
    );
  });
}

/** `src/a/b.ts` → `b`, as whoever imports it has to write. */
const stemOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");

function importsLead(
  path: string,
  text: string,
  tree: Tree,
  isMeant: (declaration: string, target: string | null) => boolean,
): boolean {
  const parsed = parseModule(path, text);
  if (!parsed.ok) return false;
  return importsOf(parsed.module).every((declaration) => {
    const { from, to } = spanOf(declaration);
    const specifier = declaration.source.value;
    if (!isRelative(specifier)) return true;
    const target = resolveSpecifier(tree, path, specifier);
    if (!isMeant(text.slice(from, to), target)) return true;
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
