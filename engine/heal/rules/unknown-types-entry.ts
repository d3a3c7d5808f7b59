// tsconfig.json names declarations of a package that the app does not have: the name goes. Without it the compiler knows
// less, so that nothing is checked less strictly.
import { difference, type Tree } from "../edits/edit.ts";
import type { Rule } from "./rule.ts";

const named = /^Cannot find type definition file for '(?<name>[^']+)'/;

export const unknownTypesEntry: Rule = {
  name: "unknown-types-entry",
  leaves: ["dependency/types-missing", "configuration/invalid"],
  propose: ({ error: { message }, tree }) => {
    const name = named.exec(message)?.groups?.["name"];
    if (name === undefined || isDeclared(name, tree)) return null;
    const found = [...tree].flatMap(([path, text]) => {
      const rest = /(?:^|\/)tsconfig[\w.]*\.json$/.test(path) ? withoutEntry(text, name) : null;
      return rest === null ? [] : [difference(path, text, rest)];
    });
    return found.length === 0
      ? null
      : { edits: found, explanation: `tsconfig.json asked for the types of ${name}, which the app does not have.` };
  },
};

/** Then it is missing from the installation, not from the app. */
function isDeclared(name: string, tree: Tree): boolean {
  const manifest = tree.get("package.json") ?? "";
  return [name, `@types/${name}`].some((each) => manifest.includes(`"${each}"`));
}

/** Null where the file cannot be read, does not have it, or would say anything else differently. */
function withoutEntry(text: string, name: string): string | null {
  const list = /"types"\s*:\s*\[(?<entries>[^\]]*)\]/.exec(text);
  const entries = list?.groups?.["entries"];
  if (list === null || entries === undefined) return null;
  const entry = JSON.stringify(name);
  const kept = entries.split(",").filter((each) => each.trim() !== entry);
  const from = list.index + list[0].length - 1 - entries.length;
  const rest =
    text.slice(0, from) +
    (entries.startsWith("\n") ? kept.join(",") : kept.join(",").trim()) +
    text.slice(from + entries.length);
  const [then, now] = [readTypes(text), readTypes(rest)];
  if (then === null || now === null || then.others !== now.others) return null;
  return then.types.includes(name) && now.types.join() === then.types.filter((each) => each !== name).join()
    ? rest
    : null;
}

function readTypes(text: string): { types: string[]; others: string } | null {
  try {
    const parsed = JSON.parse(text) as { compilerOptions?: { types?: unknown } };
    const types = parsed.compilerOptions?.types;
    if (!Array.isArray(types) || !types.every((each) => typeof each === "string")) return null;
    const others = { ...parsed, compilerOptions: { ...parsed.compilerOptions, types: [] } };
    return { types, others: JSON.stringify(others) };
  } catch {
    return null;
  }
}
