// A page or a configuration begins with a file that is not there, while one file beside it is imported by nobody: that is
// what an entry looks like.
import { replace, type Tree } from "../edits/edit.ts";
import { isRelative, resolveSpecifier } from "../syntax/module-paths.ts";
import { isModulePath, parseModule } from "../syntax/parse-module.ts";
import { nodesOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const named = /(?<path>\/?(?:\.\/)?src\/[\w./-]+\.[cm]?[jt]sx?)/;

export const missingEntry: Rule = {
  name: "missing-entry",
  leaves: ["configuration/missing-file", "runtime/import"],
  propose: ({ error: { message, excerpt }, tree }) => {
    const asked = (named.exec(message) ?? named.exec(excerpt))?.groups?.["path"];
    const path = asked?.replace(/^\.?\//, "");
    if (asked === undefined || path === undefined || tree.has(path)) return null;
    const places = [...tree].filter(
      ([file, text]) => /^[\w.-]+\.(?:html|[cm]?[jt]s)$/.test(file) && text.includes(path),
    );
    const [place, ...more] = places;
    if (place === undefined || more.length > 0) return null;
    const [file, text] = place;
    const [meant, ...others] = entriesBeside(tree, path);
    const from = text.indexOf(path);
    if (meant === undefined || others.length > 0 || text.indexOf(path, from + 1) >= 0) return null;
    return {
      edits: [replace(file, text, from, from + path.length, meant)],
      explanation: `${file} begins with ${path}, which does not exist; ${meant} is what nothing else imports.`,
    };
  },
};

function entriesBeside(tree: Tree, path: string): string[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const imported = new Set([...tree].flatMap(([file, text]) => importedBy(tree, file, text)));
  return [...tree.keys()].filter(
    (file) =>
      file.startsWith(folder) &&
      !file.slice(folder.length).includes("/") &&
      isModulePath(file) &&
      !file.endsWith(".d.ts") &&
      !imported.has(file),
  );
}

/** Also what is imported when it is needed, or named for a tool: whatever is written that leads to a file. */
function importedBy(tree: Tree, file: string, text: string): string[] {
  const parsed = isModulePath(file) ? parseModule(file, text) : null;
  if (!parsed?.ok) return [];
  return [...nodesOf(parsed.module.program)].flatMap((node) =>
    node.type === "StringLiteral" && isRelative(node.value) ? (resolveSpecifier(tree, file, node.value) ?? []) : [],
  );
}
