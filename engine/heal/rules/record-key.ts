// `Record<Date, …>`: whatever is used as a key of an object is text there, and the type says so.
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { pathTo, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

export const recordKey: Rule = {
  name: "record-key",
  leaves: ["type/generic-constraint"],
  propose: ({ error: { file, line, column, code, message }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null) return null;
    if (code !== "TS2344" || !message.includes("'string | number | symbol'")) return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const type = pathTo(parsed.module.program, offset).findLast(
      (node) =>
        node.type === "TSTypeReference" && node.typeName.type === "Identifier" && node.typeName.name === "Record",
    );
    const list = type?.type === "TSTypeReference" ? type.typeArguments : null;
    const key = list?.type === "TSTypeParameterInstantiation" ? list.params[0] : undefined;
    if (key === undefined || spanOf(key).from !== offset) return null;
    const { from, to } = spanOf(key);
    return {
      edits: [replace(file, text, from, to, "string")],
      explanation: `A record in ${file} had ${text.slice(from, to)} for its keys, which are text in every object.`,
    };
  },
};
