// TypeScript 5 and 7 print the same to a pipe: `src/a.ts(3,5): error TS2322: …`, details indented below. `next build` and a
// terminal get `src/a.ts:3:5 - error TS2322: …`; faults of the configuration have no place.
import { structuredError, type StructuredError } from "../structured-error.ts";
import { linesWhile, type Parser, placeOf } from "./parser.ts";

const forms = [
  /^(?<file>[^\s(][^(]*(?:\([^)]*\)[^(]*)*)\((?<line>\d+),(?<column>\d+)\): error (?<code>TS\d+): (?<message>.*)$/,
  /^(?<file>\S.*?):(?<line>\d+):(?<column>\d+) - error (?<code>TS\d+): (?<message>.*)$/,
  /^error (?<code>TS\d+): (?<message>.*)$/,
] as const;

/** Next's own types of pages (`next typegen`) are complained of in a file of its own; what is wrong is the page. */
const routeTypes = /^\.next\/types\//;
const page = /typeof import\("(?:[^"]*\/)?(?<page>src\/app\/[^"]+)"\)/;

export const parseTsc: Parser = (output) => {
  const lines = output.split("\n");
  const errors: StructuredError[] = [];
  for (const [index, line] of lines.entries()) {
    const groups = forms.map((form) => form.exec(line)?.groups).find((found) => found !== undefined);
    if (groups === undefined) continue;
    const details = linesWhile(lines, index + 1, (next) => /^\s+\S/.test(next));
    const checked = routeTypes.test(groups["file"] ?? "") ? page.exec(line)?.groups?.["page"] : undefined;
    errors.push(
      structuredError({
        tool: "tsc",
        ...(checked === undefined
          ? { code: groups["code"] ?? null, ...placeOf(groups) }
          : {
              code: details.includes("Property 'default' is missing") ? "NEXT_NO_DEFAULT" : "NEXT_PAGE",
              file: `${checked}.${checked.endsWith("/route") ? "ts" : "tsx"}`,
            }),
        message: groups["message"] ?? "",
        excerpt: `${line}\n${details}`,
      }),
    );
  }
  return errors;
};
