// A name that is not known, while the compiler knows the one that is meant, or the file has one a slip away.
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { importsOf } from "../syntax/module-names.ts";
import { usesOf } from "../syntax/uses-of.ts";
import { nearestName } from "./nearest-name.ts";
import type { Rule } from "./rule.ts";

const named =
  /['"`](?<name>[\w$]+)['"`].*Did you mean (?:the instance member |the static member )?['"`](?:this\.)?(?<meant>[\w$]+)['"`]/;

export const misspeltName: Rule = {
  name: "misspelt-name",
  leaves: ["type/undefined-name", "type/missing-property"],
  propose: ({ error: { file, line, column, message, code }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null) return null;
    const { name, meant } = code === "TS2304" ? findTwin(file, text, message) : (named.exec(message)?.groups ?? {});
    if (name === undefined || meant === undefined || !/^TS(?:2304|2551|2552)$/.test(code ?? "")) return null;
    const offset = offsetOf(text, line, column);
    if (offset === null || text.slice(offset, offset + name.length) !== name || !parseModule(file, text).ok)
      return null;
    return {
      edits: [replace(file, text, offset, offset + name.length, meant)],
      explanation: `${file} says ${name} where ${meant} is meant.`,
    };
  },
};

/** The one import of the file that nothing uses, if it is nearly called so. */
function findTwin(file: string, text: string, message: string): { name?: string; meant?: string } {
  const name = /^Cannot find name '(?<name>[\w$]+)'/.exec(message)?.groups?.["name"];
  const parsed = parseModule(file, text);
  if (name === undefined || !parsed.ok) return {};
  const unused = importsOf(parsed.module)
    .flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name))
    .filter((local) => usesOf(parsed.module, local).nodes.length === 1);
  const alike = unused.filter(
    (local) =>
      local.length > 2 && (name.startsWith(local) || local.startsWith(name) || nearestName(name, [local]) !== null),
  );
  const [meant, ...others] = alike;
  return meant === undefined || others.length > 0 ? {} : { name, meant };
}
