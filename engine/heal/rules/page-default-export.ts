// A page of Next.js that exports its component by name alone: the framework asks for the default.
import { insert } from "../edits/edit.ts";
import { exportsOf } from "../syntax/module-names.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const page = /^src\/app\/(?:.*\/)?(?:page|layout|error|loading|not-found|template|default|global-error)\.tsx$/;
const said = /default|required types of a Next\.js/;
const named = /(?<file>src\/app\/[^"'`\s]*?\.tsx)/;

export const pageDefaultExport: Rule = {
  name: "page-default-export",
  leaves: ["configuration/invalid", "runtime/export", "type/missing-property", "type/mismatch", "type/other"],
  propose: ({ error: { file, message, excerpt }, tree }) => {
    const path = [file, named.exec(message)?.groups?.["file"], named.exec(excerpt)?.groups?.["file"]].find(
      (each): each is string => each != null && page.test(each),
    );
    const text = path === undefined ? undefined : tree.get(path);
    if (path === undefined || text === undefined || !said.test(`${message}\n${excerpt}`)) return null;
    const parsed = parseModule(path, text);
    if (!parsed.ok || exportsOf(parsed.module).hasDefault) return null;
    const components = parsed.module.program.body.flatMap((statement) => {
      const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : null;
      return declared?.type === "FunctionDeclaration" && /^[A-Z]/.test(declared.id?.name ?? "") ? [declared] : [];
    });
    const [only, ...others] = components;
    if (only === undefined || others.length > 0) return null;
    return {
      edits: [insert(path, spanOf(only).from, "default ")],
      explanation: `${path} is a page, which has to be the default export; it was exported by name alone.`,
    };
  },
};
