// oxlint: `× eslint(no-unused-vars): Identifier 'x' is imported but never used.` and the place drawn below. Faults of its
// configuration have no picture.
import { structuredError, type StructuredError } from "../structured-error.ts";
import { readFrame } from "./code-frame.ts";
import { linesWhile, type Parser } from "./parser.ts";

const headline = /^\s*[×✖!⚠x] (?:(?<code>[@\w/-]+\([@\w/-]+\)): )?(?<message>\S.*)$/;
const configuration =
  /^(?:Failed to (?:parse|load|build) (?:oxlint )?config\w*.*|Failed to parse oxlint configuration file\..*)$/;

export const parseOxlint: Parser = (output) => {
  const lines = output.split("\n");
  const errors: StructuredError[] = [];
  for (const [index, line] of lines.entries()) {
    if (configuration.test(line)) {
      const said = lines.slice(index, index + 10);
      const reason = said.map((next) => headline.exec(next)?.groups?.["message"]).find((found) => found !== undefined);
      const more = said.flatMap((next) => /^\s*[│|] (?<text>.*)$/.exec(next)?.groups?.["text"] ?? []);
      errors.push(
        structuredError({
          tool: "oxlint",
          code: "CONFIG",
          file: ".oxlintrc.json",
          message: reason === undefined ? line : `${reason} ${more.join(" ")}`,
          excerpt: said.join("\n"),
        }),
      );
      break;
    }
    const groups = headline.exec(line)?.groups;
    if (groups === undefined) continue;
    // A long message goes on below, before the picture begins.
    const more = linesWhile(lines, index + 1, (next) => /^ {2,}[│|] /.test(next) && !/^\s*\d+ [│|]/.test(next));
    const wrapped = more.replaceAll(/^\s*[│|] ?/gm, "");
    const frame = readFrame(lines, index + 1 + (more === "" ? 0 : more.split("\n").length));
    // Other tools end their lists with such a mark.
    if (frame === null && groups["code"] === undefined) continue;
    errors.push(
      structuredError({
        tool: "oxlint",
        code: groups["code"] ?? null,
        ...(frame === null ? {} : { file: frame.file, line: frame.line, column: frame.column }),
        message: `${groups["message"]} ${wrapped}`,
        excerpt: [line, wrapped, frame?.text ?? ""].join("\n"),
      }),
    );
  }
  return errors;
};
