// drizzle-kit: `Error  message` or ` Invalid input …` lines, zod's complaints about its configuration, and migrations that the
// database refuses (`DrizzleQueryError: Failed query: …`, `SqliteError: no such column: "x"`).
import { structuredError, type StructuredError } from "../structured-error.ts";
import { linesWhile, type Parser } from "./parser.ts";

const forms = [
  /^\s*(?:Error|\[✗\]|✗)\s{1,2}(?<message>(?:Please|No schema|No config|You're|Invalid|Either|.*drizzle).*)$/,
  /^(?<file>\S*drizzle\.config\.\w+)(?: file)? (?<message>(?:does not exist|is invalid).*)$/,
  /(?<code>(?:Sqlite|LibsqlError|DrizzleQuery|D1_ERROR)\w*)(?:Error)?: (?<message>.*)$/,
] as const;

export const parseDrizzleKit: Parser = (output) => {
  const errors: StructuredError[] = [];
  const lines = output.split("\n");
  for (const [index, line] of lines.entries()) {
    if (/^_?ZodError: \[$/.test(line)) {
      const said = linesWhile(lines, index + 1, (next) => next !== "]").split("\n");
      const message = said.map((next) => /^\s+"message": "(?<text>.*)"$/.exec(next)?.groups?.["text"]).find(Boolean);
      const excerpt = [line, ...said].join("\n");
      errors.push(
        structuredError({
          tool: "drizzle-kit",
          code: "ZodError",
          file: "drizzle.config.ts",
          message: `Invalid configuration: ${message ?? "a setting is not one of those that there are."}`,
          excerpt,
        }),
      );
      continue;
    }
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
