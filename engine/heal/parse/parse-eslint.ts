// ESLint's `stylish` format, which `next lint` prints too: a file on a line of its own, then
// `  3:5  error  'x' is defined but never used  no-unused-vars`.
import { structuredError, type StructuredError } from "../structured-error.ts";
import type { Parser } from "./parser.ts";

const place = /^\s+(?<line>\d+):(?<column>\d+)\s+(?:error|Error:)\s+(?<message>.+?)(?:\s{2,}(?<code>[@\w][@\w/-]*))?$/;
const heading = /^(?<file>\.?\/?[\w@()[\].-]+(?:\/[\w@()[\].-]+)*\.[cm]?[jt]sx?)$/;

export const parseEslint: Parser = (output) => {
  const errors: StructuredError[] = [];
  let file: string | null = null;
  for (const line of output.split("\n")) {
    const named = heading.exec(line.trim())?.groups?.["file"];
    if (named !== undefined) {
      file = named;
      continue;
    }
    const groups = file === null ? undefined : place.exec(line)?.groups;
    if (groups === undefined) continue;
    errors.push(
      structuredError({
        tool: "eslint",
        code: groups["code"] === undefined ? null : `eslint(${groups["code"]})`,
        file,
        line: Number(groups["line"]),
        column: Number(groups["column"]),
        message: groups["message"] ?? "",
        excerpt: `${file}\n${line}`,
      }),
    );
  }
  return errors;
};
