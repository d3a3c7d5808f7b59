// A relative import of a file that is not there, while one file of the project is clearly meant: in other letters' case,
// with another extension, a folder further, or a slip of the keyboard away. That file must export what is imported.
import type { ImportDeclaration } from "@babel/types";
import { replace, type Tree } from "../edits/edit.ts";
import { exportsOf, importedName, importsOf } from "../syntax/module-names.ts";
import { isRelative, joinSpecifier, specifierOf } from "../syntax/module-paths.ts";
import { isModulePath, parseModule } from "../syntax/parse-module.ts";
import { spanOf } from "../syntax/walk.ts";
import { nearestName } from "./nearest-name.ts";
import type { Rule } from "./rule.ts";

const named = /(?:module|import|resolve|url) ["'`](?<specifier>\.[^"'`]*)["'`]/;

export const wrongImportPath: Rule = {
  name: "wrong-import-path",
  leaves: ["runtime/import"],
  propose: ({ error, tree }) => {
    const specifier = named.exec(error.message)?.groups?.["specifier"];
    const path = error.file;
    const text = path === null ? undefined : tree.get(path);
    if (specifier === undefined || path === null || text === undefined) return null;
    // The bundler counts lines after removing types: the import is found by what it asks for.
    const parsed = parseModule(path, text);
    if (!parsed.ok) return null;
    const declaration = importsOf(parsed.module).find(({ source }) => source.value === specifier);
    if (declaration === undefined || !isRelative(specifier) || tree.has(joinSpecifier(path, specifier) ?? ""))
      return null;
    const target = findMeant(tree, path, specifier, (candidate) => offers(tree, candidate, declaration));
    if (target === null) return null;
    const { from, to } = spanOf(declaration.source);
    const better = specifierOf(path, target);
    return {
      edits: [replace(path, text, from + 1, to - 1, better)],
      explanation: `${path} imports "${specifier}", which does not exist; the file is "${better}".`,
    };
  },
};

const withoutExtension = (path: string): string => path.replace(/\.[cm]?[jt]sx?$/, "");
const baseOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

function findMeant(tree: Tree, from: string, specifier: string, fits: (path: string) => boolean): string | null {
  const asked = joinSpecifier(from, specifier);
  const modules = [...tree.keys()].filter((path) => isModulePath(path) && path !== from && fits(path));
  const only = (paths: readonly string[]): string | null => (paths.length === 1 ? (paths[0] ?? null) : null);
  const base = withoutExtension(baseOf(specifier));
  if (asked !== null) {
    const stem = withoutExtension(asked);
    const sameStem = modules.filter((path) => withoutExtension(path) === stem || path.startsWith(`${stem}/index.`));
    const sameLetters = modules.filter((path) => withoutExtension(path).toLowerCase() === stem.toLowerCase());
    const near = modules.filter((path) => folderOf(path) === folderOf(asked));
    const slip = nearestName(
      base,
      near.map((path) => withoutExtension(baseOf(path))),
    );
    const found =
      only(sameStem) ?? only(sameLetters) ?? only(near.filter((path) => withoutExtension(baseOf(path)) === slip));
    if (found !== null) return found;
  }
  // Elsewhere in the project: what was asked for has to end alike.
  const tail = specifier.replace(/^(?:\.{1,2}\/)+/, "");
  const sameEnd = modules.filter((path) => `/${path}`.endsWith(`/${tail}`));
  return only(sameEnd) ?? only(modules.filter((path) => withoutExtension(baseOf(path)) === base));
}

function offers(tree: Tree, path: string, declaration: ImportDeclaration): boolean {
  const parsed = parseModule(path, tree.get(path) ?? "");
  if (!parsed.ok) return false;
  const { names, hasDefault, isOpen } = exportsOf(parsed.module);
  return declaration.specifiers.every((each) => {
    if (each.type === "ImportDefaultSpecifier") return hasDefault;
    return each.type === "ImportNamespaceSpecifier" || isOpen || names.has(importedName(each));
  });
}
