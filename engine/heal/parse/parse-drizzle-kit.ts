// drizzle-kit: `Error  message` or ` Invalid input …` lines, zod's complaints about its configuration, and migrations that the
// database refuses (`DrizzleQueryError: Failed query: …`, `SqliteError: no such column: "x"`).
import { structuredError, type StructuredError } from "../structured-error.ts";
import type { Parser } from "./parser.ts";

const forms = [
  /^\s*(?:Error|\[✗\]|✗)\s{1,2}(?<message>(?:Please|No schema|No config|You're|Invalid|Either|.*drizzle).*)$/,
  /^(?<file>\S*drizzle\.config\.\w+)(?: file)? (?<message>(?:does not exist|is invalid).*)$/,
  /(?<code>(?:Sqlite|LibsqlError|DrizzleQuery|D1_ERROR)\w*)(?:Error)?: (?<message>.*)$/,
] as const;

export const parseDrizzleKit: Parser = (output) => {
  const errors: StructuredError[] = [];
  for (const line of output.split("\n")) {
    const groups = forms.map((form) => form.exec(line)?.groups).find((found) => found !== undefined);
    if (groups === undefined) continue;
    errors.push(
      structuredError({
        tool: "drizzle-kit",
        code: groups["code"] ?? null,
        file: groups["file"] ?? (groups["code"] === undefined ? "drizzle.config.ts" : null),
        message: groups["message"] ?? line,
        excerpt: line,
      }),
    );
  }
  return errors;
};
