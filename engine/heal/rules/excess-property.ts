// A member that the type does not know: renamed where the compiler knows which one is meant, else left out where its value
// is a constant. A value that was worked out was worked out for something, and stays for people to see.
import type { ObjectProperty } from "@babel/types";
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { lineAround, offsetOf } from "../syntax/places.ts";
import { pathTo, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const unknown = /Object literal may only specify known properties, (?:and|but) '(?<name>[\w$]+)' does not exist/;
const meantBy = /Did you mean to write '(?<meant>[\w$]+)'/;

export const excessProperty: Rule = {
  name: "excess-property",
  leaves: ["type/mismatch", "type/other"],
  propose: ({ error: { file, line, column, message, excerpt }, tree }) => {
    const said = `${message}\n${excerpt}`;
    const name = unknown.exec(said)?.groups?.["name"];
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null || name === undefined) return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const chain = pathTo(parsed.module.program, offset);
    const member = chain.findLast((node): node is ObjectProperty => node.type === "ObjectProperty");
    const owner = member === undefined ? undefined : chain[chain.indexOf(member) - 1];
    if (member?.key.type !== "Identifier" || member.key.name !== name || owner?.type !== "ObjectExpression")
      return null;
    const meant = meantBy.exec(said)?.groups?.["meant"];
    if (meant !== undefined) {
      const { from, to } = spanOf(member.key);
      const now = member.shorthand ? `${meant}: ${name}` : meant;
      return {
        edits: [replace(file, text, from, to, now)],
        explanation: `${file} says ${name} where ${meant} is meant.`,
      };
    }
    if (!/^(?:String|Numeric|Boolean|Null)Literal$/.test(member.value.type)) return null;
    return {
      edits: [without(file, text, owner.properties, owner.properties.indexOf(member))],
      explanation: `${file} sets ${name}, which nothing there knows; it is left out.`,
    };
  },
};

function without(
  path: string,
  text: string,
  members: readonly { start?: number | null; end?: number | null }[],
  at: number,
) {
  const [before, gone, after] = [members[at - 1], members[at], members[at + 1]];
  const from = gone?.start ?? 0;
  const to = gone?.end ?? 0;
  const line = lineAround(text, from, to);
  if (/^,?$/.test(text.slice(to, line.to).trim()) && text.slice(line.from, from).trim() === "")
    return replace(path, text, line.from, line.to, "");
  if (after !== undefined) return replace(path, text, from, after.start ?? to, "");
  return replace(path, text, before?.end ?? from, to, "");
}
