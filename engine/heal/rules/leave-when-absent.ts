// A function that gives nothing, and ends early elsewhere, goes on with a value that may be absent: it ends there too. What
// a function that gives something should give instead is for people to say.
import type { BlockStatement, Node, Statement } from "@babel/types";
import { insert } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { namesOfPattern } from "../syntax/names-in-scope.ts";
import { pathTo, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

/** The compiler's code → what the value may be. */
const absences: Readonly<Record<string, string>> = { TS18047: "null", TS18048: "undefined" };

export const leaveWhenAbsent: Rule = {
  name: "leave-when-absent",
  leaves: ["type/null"],
  propose: ({ error: { file, line, column, code, message }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    const absence = absences[code ?? ""];
    const name = /^'(?<name>[\w$]+)' is possibly/.exec(message)?.groups?.["name"];
    if (file === null || text === undefined || line === null || column === null) return null;
    if (absence === undefined || name === undefined) return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const body = bodyOfFunctionWithoutResult(pathTo(parsed.module.program, offset), text);
    const at = body?.body.findIndex((statement) => declares(statement, name)) ?? -1;
    const declaration = body?.body[at];
    // Whoever ended it before this line has shown that ending it is meant to be possible.
    if (declaration === undefined || body?.body.slice(0, at).some(isEarlyEnd) !== true) return null;
    const { from, to } = spanOf(declaration);
    const indent = /[ \t]*$/.exec(text.slice(0, from))?.[0] ?? "";
    return {
      edits: [insert(file, to, `\n${indent}if (${name} === ${absence}) return;`)],
      explanation: `${name} in ${file} may be missing; the function ends there now, as it does where nothing is to be done.`,
    };
  },
};

/** Of the innermost function around, if it says that it gives nothing. */
function bodyOfFunctionWithoutResult(chain: readonly Node[], text: string): BlockStatement | null {
  const around = chain.findLast(({ type }) => /Function|Method/.test(type));
  if (around === undefined || !("returnType" in around) || !("body" in around)) return null;
  const { returnType, body } = around;
  if (typeof body !== "object" || body === null || !("type" in body) || body.type !== "BlockStatement") return null;
  if (returnType?.type !== "TSTypeAnnotation") return null;
  const { from, to } = spanOf(returnType);
  return /^:\s*(?:void|Promise<void>)$/.test(text.slice(from, to)) ? body : null;
}

const declares = (statement: Statement, name: string): boolean =>
  statement.type === "VariableDeclaration" &&
  statement.kind === "const" &&
  statement.declarations.some(({ id }) => namesOfPattern(id).includes(name));

/** `if (…) return;` */
function isEarlyEnd(statement: Statement): boolean {
  if (statement.type !== "IfStatement" || statement.alternate != null) return false;
  const { consequent } = statement;
  const [only, ...others] = consequent.type === "BlockStatement" ? consequent.body : [consequent];
  return only?.type === "ReturnStatement" && only.argument == null && others.length === 0;
}
