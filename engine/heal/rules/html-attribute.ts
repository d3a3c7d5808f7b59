// An attribute under the name that HTML gives it, where React has another.
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { nodesOf, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const reactNames: Readonly<Record<string, string>> = {
  autocomplete: "autoComplete",
  autofocus: "autoFocus",
  class: "className",
  colspan: "colSpan",
  for: "htmlFor",
  maxlength: "maxLength",
  onchange: "onChange",
  onclick: "onClick",
  onsubmit: "onSubmit",
  readonly: "readOnly",
  rowspan: "rowSpan",
  srcset: "srcSet",
  tabindex: "tabIndex",
};
const named = /[Pp]roperty '(?<name>\w+)' does not exist on type/;

export const htmlAttribute: Rule = {
  name: "html-attribute",
  leaves: ["type/mismatch", "type/missing-property", "type/lint"],
  propose: ({ error: { file, line, message, excerpt }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null) return null;
    const name = named.exec(`${message}\n${excerpt}`)?.groups?.["name"];
    const meant = name === undefined ? undefined : reactNames[name];
    const parsed = parseModule(file, text);
    if (name === undefined || meant === undefined || !parsed.ok) return null;
    for (const node of nodesOf(parsed.module.program)) {
      if (node.type !== "JSXAttribute" || node.name.name !== name || node.loc?.start.line !== line) continue;
      const { from, to } = spanOf(node.name);
      return {
        edits: [replace(file, text, from, to, meant)],
        explanation: `${file} writes the attribute ${name} as HTML does; React calls it ${meant}.`,
      };
    }
    return null;
  },
};
