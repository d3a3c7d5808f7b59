// An import of a package that is not there: a slip in a declared package's name is corrected; a package that the stacks
// know is declared with the version they pin. Names that nobody here knows are never added: anyone may have registered
// them.
import { difference, replace } from "../edits/edit.ts";
import { packageOf } from "../signature/canonical-faults.ts";
import { importsOf } from "../syntax/module-names.ts";
import { isModulePath, parseModule } from "../syntax/parse-module.ts";
import { spanOf } from "../syntax/walk.ts";
import { nearestName } from "./nearest-name.ts";
import type { Proposal, Rule, RuleInput } from "./rule.ts";

const named = /(?:module|package|import|resolve) ["'`](?<name>[^"'`]+)["'`]/;

export const missingPackage: Rule = {
  name: "missing-package",
  leaves: ["dependency/missing"],
  propose: (input) => {
    const specifier = named.exec(input.error.message)?.groups?.["name"];
    const manifest = readManifest(input.tree.get("package.json"));
    if (specifier === undefined || manifest === null) return null;
    const name = packageOf(specifier);
    if (manifest.declared.has(name)) return null;
    return declare(input, name, manifest) ?? correct(input, name, manifest.declared);
  },
};

interface Manifest {
  readonly text: string;
  readonly json: Record<string, unknown>;
  readonly declared: ReadonlySet<string>;
}

function readManifest(text: string | undefined): Manifest | null {
  if (text === undefined) return null;
  try {
    const json = JSON.parse(text) as Record<string, unknown>;
    const declared = ["dependencies", "devDependencies"].flatMap((key) => Object.keys((json[key] ?? {}) as object));
    return { text, json, declared: new Set(declared) };
  } catch {
    return null;
  }
}

function declare({ pinned }: RuleInput, name: string, { text, json }: Manifest): Proposal | null {
  const version = Object.hasOwn(pinned, name) ? pinned[name] : undefined;
  if (version === undefined) return null;
  const dependencies = Object.entries({ ...(json["dependencies"] as object | undefined), [name]: version });
  const sorted = Object.fromEntries(dependencies.sort(([one], [other]) => (one < other ? -1 : 1)));
  const after = `${JSON.stringify({ ...json, dependencies: sorted }, null, 2)}\n`;
  return {
    edits: [difference("package.json", text, after)],
    explanation: `The code imports ${name}, which package.json did not name. It is added in version ${version}.`,
    needsLockfile: true,
  };
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
