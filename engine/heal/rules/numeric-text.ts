// A number in quotes where a number is asked for: the quotes go. (The other way round the text is not known.)
import { replace } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { nodesOf, pathTo, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const asked =
  /'string' is not assignable to (?:parameter of )?type '(?:number|\d+)(?: \| undefined)?'|'number' and 'string' have no overlap|Type '"-?\d[\d.]*"' is not assignable to type|arithmetic operation must be of type/;
const number = /^-?\d[\d_]*(?:\.\d+)?$/;

export const numericText: Rule = {
  name: "numeric-text",
  leaves: ["type/mismatch"],
  propose: ({ error: { file, line, column, message, excerpt }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null) return null;
    if (!asked.test(`${message}\n${excerpt}`)) return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const chain = pathTo(parsed.module.program, offset);
    const whole =
      chain.findLast((node) => spanOf(node).from === offset && node.type === "BinaryExpression") ?? chain.at(-1);
    // Of a member the compiler names the key.
    const owner = chain.findLast(({ type }) => type === "ObjectProperty" || type === "JSXAttribute");
    const around = whole?.type === "Identifier" && owner !== undefined ? owner : whole;
    const literals = around === undefined ? [] : [...nodesOf(around)].filter((node) => node.type === "StringLiteral");
    const [only, ...others] = literals.filter((node) => node.type === "StringLiteral" && number.test(node.value));
    if (only?.type !== "StringLiteral" || others.length > 0 || literals.length > 1) return null;
    const { from, to } = spanOf(only);
    return {
      edits: [replace(file, text, from, to, only.value)],
      explanation: `${file} has the number ${only.value} in quotes where a number is asked for.`,
    };
  },
};
