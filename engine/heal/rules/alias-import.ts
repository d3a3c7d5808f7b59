// An import by an alias that other projects have and this one has not (`@/lib/a`, `~/lib/a`, `src/lib/a`): the path to the
// file is written out.
import { replace } from "../edits/edit.ts";
import { importsOf } from "../syntax/module-names.ts";
import { resolveSpecifier, specifierOf } from "../syntax/module-paths.ts";
import { isModulePath, parseModule } from "../syntax/parse-module.ts";
import { spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const alias = /^(?:[@~]\/|src\/)(?<rest>.+)$/;
const named = /["'`](?<specifier>(?:[@~]|src)\/[^"'`]+)["'`]/;

export const aliasImport: Rule = {
  name: "alias-import",
  leaves: ["dependency/missing", "runtime/import"],
  propose: ({ error: { file, message }, tree }) => {
    const specifier = named.exec(message)?.groups?.["specifier"];
    const rest = alias.exec(specifier ?? "")?.groups?.["rest"];
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || rest === undefined || tree.get("tsconfig.json")?.includes('"paths"'))
      return null;
    const parsed = parseModule(file, text);
    if (!parsed.ok) return null;
    const roots = ["src", "src/client", "src/app"];
    const found = roots.flatMap((root) => resolveSpecifier(tree, "package.json", `./${root}/${rest}`) ?? []);
    const same = found.length > 0 ? found : byEnding(tree, rest);
    const [target, ...others] = new Set(same);
    if (target === undefined || others.length > 0) return null;
    const sources = importsOf(parsed.module).filter(({ source }) => source.value === specifier);
    if (sources.length === 0) return null;
    const better = specifierOf(file, target);
    return {
      edits: sources.map(({ source }) => replace(file, text, spanOf(source).from + 1, spanOf(source).to - 1, better)),
      explanation: `${file} imports "${specifier}", an alias that this project does not have; the file is "${better}".`,
    };
  },
};

const byEnding = (tree: ReadonlyMap<string, string>, rest: string): string[] =>
  [...tree.keys()].filter((path) => isModulePath(path) && path.startsWith("src/") && `/${path}`.endsWith(`/${rest}`));
