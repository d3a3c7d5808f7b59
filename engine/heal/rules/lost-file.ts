// A file that others still import, that was there in the version before, and that nothing has taken the place of: it comes back.
import { exportsOf } from "../syntax/module-names.ts";
import { resolveSpecifier } from "../syntax/module-paths.ts";
import { isModulePath, parseModule } from "../syntax/parse-module.ts";
import type { Tree } from "../edits/edit.ts";
import type { Rule } from "./rule.ts";

const asked = /['"](?<specifier>\.{1,2}\/[^'"]+)['"]/;

export const lostFile: Rule = {
  name: "lost-file",
  leaves: ["runtime/import"],
  propose: ({ error: { file, message }, tree, earlier }) => {
    const specifier = asked.exec(message)?.groups?.["specifier"];
    if (file === null || specifier === undefined || !earlier) return null;
    const path = resolveSpecifier(earlier, file, specifier);
    const text = path === null ? undefined : earlier.get(path);
    if (path === null || text === undefined || tree.has(path)) return null;
    // The file around must have asked for it before as well: else it may be the way there that is wrong.
    if (!earlier.get(file)?.includes(specifier) || hasMoved(path, text, tree, earlier)) return null;
    return {
      edits: [{ kind: "create", path, text }],
      explanation: `${path} was gone, and ${file} imports it; it is there again, as it was before.`,
    };
  },
};

/** Another file, which was not there before, exports all that it did. */
function hasMoved(path: string, text: string, tree: Tree, earlier: Tree): boolean {
  const names = namesOf(path, text);
  if (names.length === 0) return false;
  return [...tree].some(([other, words]) => {
    if (earlier.has(other) || !isModulePath(other)) return false;
    const exported = namesOf(other, words);
    return names.every((name) => exported.includes(name));
  });
}

function namesOf(path: string, text: string): string[] {
  const parsed = isModulePath(path) ? parseModule(path, text) : null;
  if (!parsed?.ok) return [];
  const { names, hasDefault } = exportsOf(parsed.module);
  return [...names, ...(hasDefault ? ["default"] : [])];
}
