// An import of a package that is not there: one that may be added is added; a slip in a declared package's name is corrected.
// The same for the types of a package. Names that nobody here knows are never added: anyone may have registered them.
import { replace } from "../edits/edit.ts";
import { packageOf } from "../signature/canonical-faults.ts";
import { importsOf } from "../syntax/module-names.ts";
import { isModulePath, parseModule } from "../syntax/parse-module.ts";
import { spanOf } from "../syntax/walk.ts";
import { nearestName } from "./nearest-name.ts";
import type { Proposal, Rule, RuleInput } from "./rule.ts";

const named = /(?:module|package|import|resolve) ["'`](?<name>[^"'`]+)["'`]/;

export const missingPackage: Rule = {
  name: "missing-package",
  leaves: ["dependency/missing", "dependency/types-missing"],
  propose: (input) => {
    const { error, leaf, tree } = input;
    const specifier = named.exec(error.message)?.groups?.["name"];
    const declared = declaredIn(tree.get("package.json"));
    if (specifier === undefined || declared === null) return null;
    const name = packageOf(specifier);
    if (leaf === "dependency/types-missing") return addTypes(input, name, declared);
    return add(input, name, declared) ?? (declared.has(name) ? null : correct(input, name, declared));
  },
};

function declaredIn(text: string | undefined): ReadonlySet<string> | null {
  try {
    const json = JSON.parse(text ?? "") as Record<string, unknown>;
    return new Set(["dependencies", "devDependencies"].flatMap((key) => Object.keys((json[key] ?? {}) as object)));
  } catch {
    return null;
  }
}

function add({ packages, error: { file } }: RuleInput, name: string, declared: ReadonlySet<string>): Proposal | null {
  const known = packages.find((each) => each.name === name);
  const isServer = file?.startsWith("src/server/") === true;
  if (known === undefined || declared.has(name) || (isServer && known.on === "browser")) return null;
  const { range, types } = known;
  return {
    edits: [],
    packages: [{ name, range }, ...(types === undefined ? [] : [types])],
    explanation: `The code imports ${name}, which the app did not have. It is added.`,
  };
}

function addTypes({ packages }: RuleInput, name: string, declared: ReadonlySet<string>): Proposal | null {
  const types = packages.find((each) => each.name === name)?.types;
  if (types === undefined || declared.has(types.name)) return null;
  return { edits: [], packages: [types], explanation: `${name} brings no types of its own; ${types.name} is added.` };
}

function correct({ tree }: RuleInput, name: string, declared: ReadonlySet<string>): Proposal | null {
  const meant = nearestName(name, declared);
  if (meant === null) return null;
  const edits = [...tree].flatMap(([path, text]) => {
    if (!isModulePath(path) || !text.includes(name)) return [];
    const parsed = parseModule(path, text);
    if (!parsed.ok) return [];
    return importsOf(parsed.module)
      .filter(({ source }) => packageOf(source.value) === name)
      .map(({ source }) => {
        const { from, to } = spanOf(source);
        return replace(path, text, from + 1, to - 1, meant + source.value.slice(name.length));
      });
  });
  if (edits.length === 0) return null;
  return { edits, explanation: `There is no package ${name} here; ${meant} is meant, and imported now.` };
}
