// `import X from` a module that exports X by name, or `import { X } from` one whose default it is.
import { replace } from "../edits/edit.ts";
import { exportsOf, importedName, importsOf } from "../syntax/module-names.ts";
import { resolveSpecifier } from "../syntax/module-paths.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { spanOf } from "../syntax/walk.ts";
import type { Proposal, Rule, RuleInput } from "./rule.ts";

export const defaultOrNamedImport: Rule = {
  name: "default-or-named-import",
  leaves: ["runtime/export"],
  propose: (input) => {
    const { file } = input.error;
    const text = file === null ? undefined : input.tree.get(file);
    if (file === null || text === undefined) return null;
    const parsed = parseModule(file, text);
    if (!parsed.ok) return null;
    for (const declaration of importsOf(parsed.module)) {
      // With several specifiers a change would have to split the declaration: left to others.
      const [only, ...others] = declaration.specifiers;
      if (only === undefined || others.length > 0) continue;
      const exported = exportedBy(input, file, declaration.source.value);
      const { from, to } = spanOf(only);
      const { name } = only.local;
      if (
        only.type === "ImportDefaultSpecifier" &&
        exported !== null &&
        !exported.hasDefault &&
        exported.names.has(name)
      ) {
        return explain(file, replace(file, text, from, to, `{ ${name} }`), name, "by that name, not as its default");
      }
      if (only.type !== "ImportSpecifier" || importedName(only) !== name) continue;
      const isDefault = exported === null ? saysDefault(input, name) : exported.hasDefault && !exported.names.has(name);
      if (!isDefault) continue;
      const open = text.lastIndexOf("{", from);
      const close = text.indexOf("}", to);
      if (open < 0 || close < 0 || text.slice(open + 1, close).trim() !== name) continue;
      return explain(file, replace(file, text, open, close + 1, name), name, "as its default, not by that name");
    }
    return null;
  },
};

function exportedBy({ tree }: RuleInput, from: string, specifier: string): ReturnType<typeof exportsOf> | null {
  const path = specifier.startsWith(".") ? resolveSpecifier(tree, from, specifier) : null;
  const parsed = path === null ? null : parseModule(path, tree.get(path) ?? "");
  return parsed?.ok ? exportsOf(parsed.module) : null;
}

/** Of packages the compiler knows the exports, and says so. */
const saysDefault = ({ error }: RuleInput, name: string): boolean =>
  error.message.includes(`Did you mean to use 'import ${name} from`);

const explain = (file: string, edit: ReturnType<typeof replace>, name: string, how: string): Proposal => ({
  edits: [edit],
  explanation: `${file} imports ${name} in the wrong way: the module exports it ${how}.`,
});
