// A name that is not known, while the compiler knows the one that is meant, or the file has one a slip away.
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import type { Rule } from "./rule.ts";

const named =
  /['"`](?<name>[\w$]+)['"`].*Did you mean (?:the instance member |the static member )?['"`](?:this\.)?(?<meant>[\w$]+)['"`]/;

export const misspeltName: Rule = {
  name: "misspelt-name",
  leaves: ["type/undefined-name", "type/missing-property"],
  propose: ({ error: { file, line, column, message, code }, tree }) => {
    const { name, meant } = named.exec(message)?.groups ?? {};
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null) return null;
    if (name === undefined || meant === undefined || (code !== "TS2552" && code !== "TS2551")) return null;
    const offset = offsetOf(text, line, column);
    if (offset === null || text.slice(offset, offset + name.length) !== name || !parseModule(file, text).ok)
      return null;
    return {
      edits: [replace(file, text, offset, offset + name.length, meant)],
      explanation: `${file} says ${name} where ${meant} is meant.`,
    };
  },
};
