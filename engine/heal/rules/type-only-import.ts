// A type is imported like a value, which leaves an import at run time of something that is not there.
import { insert } from "../edits/edit.ts";
import { importsOf } from "../syntax/module-names.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const named = /^['"`](?<name>[\w$]+)['"`] is a type/;

export const typeOnlyImport: Rule = {
  name: "type-only-import",
  leaves: ["runtime/import"],
  propose: ({ error: { file, message, code }, tree }) => {
    const name = named.exec(message)?.groups?.["name"];
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || name === undefined || code !== "TS1484") return null;
    const parsed = parseModule(file, text);
    if (!parsed.ok) return null;
    for (const declaration of importsOf(parsed.module)) {
      const specifier = declaration.specifiers.find(({ local }) => local.name === name);
      if (specifier?.type !== "ImportSpecifier" || specifier.importKind === "type") continue;
      const isAlone = declaration.specifiers.length === 1;
      const at = isAlone ? spanOf(declaration).from + "import".length : spanOf(specifier).from;
      return {
        edits: [insert(file, at, isAlone ? " type" : "type ")],
        explanation: `${name} in ${file} is a type, and imported as one now.`,
      };
    }
    return null;
  },
};
