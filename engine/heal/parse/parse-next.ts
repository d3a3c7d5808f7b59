// `next build`: after "Failed to compile." blocks of `./file[:line:column]` and what is wrong, or of a page without `./` that
// does not export what a page has to; later, pages that could not be drawn ("Error occurred prerendering page …") or whose exports Next does not know.
import { structuredError, type StructuredError } from "../structured-error.ts";
import { linesWhile, type Parser, placeOf } from "./parser.ts";

const heading = /^(?:\.\/|(?=src\/app\/))(?<file>[^\s:]+\.[a-z]+)(?::(?<line>\d+):(?<column>\d+))?(?:$|\s)/;
const typed = /^(?:Type error: )(?<message>.*)$/;
const lintLine = /^(?<line>\d+):(?<column>\d+) {2}(?<level>Error|Warning): (?<message>.*?)(?: {2}(?<code>\S+))?$/;
const prerender = /^Error occurred prerendering page "(?<page>[^"]+)"/;
const thrown = /^\s*(?:\[?(?<code>\w*Error)(?:: |\b)(?<message>.*?)\]?)(?: \{)?$/;
const swcPlace =
  /╭─\[(?<file>[^\]]+):(?<line>\d+):(?<column>\d+)\]|^\s*,-\[(?<swc>[^\]]+):(?<swcLine>\d+):(?<swcColumn>\d+)\]/;
const buildError = /^(?:> )?Build (?:error occurred|failed because of .*)$/;
const docs = /^https:\/\/nextjs\.org\/docs\//;
const pageTypes = /does not match the required types of a Next\.js/;
const kinds: readonly { pattern: RegExp; code: string }[] = [
  { pattern: /^Module not found: /, code: "MODULE_NOT_FOUND_IN_BUILD" },
  { pattern: /"use client"|Client Component|server-only/, code: "CLIENT_BOUNDARY" },
  { pattern: /Syntax Error|Expected|Unexpected|Unterminated/, code: "SYNTAX" },
];

export const parseNext: Parser = (output) => {
  const lines = output.split("\n");
  if (
    !/Failed to compile|prerendering page|Next\.js build|next build|Build error occurred|Export encountered/.test(
      output,
    )
  )
    return [];
  const errors: StructuredError[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const place = heading.exec(line)?.groups;
    if (place !== undefined) {
      const body = linesWhile(
        lines,
        at + 1,
        (next) => !heading.test(next) && !/^> Build failed|^Import trace/.test(next),
      );
      errors.push(...readBlock(place, body.split("\n")));
      at += body === "" ? 0 : body.split("\n").length;
      continue;
    }
    const page = prerender.exec(line)?.groups?.["page"];
    if (page !== undefined) {
      const body = linesWhile(lines, at + 1, (next) => !prerender.test(next) && !next.startsWith("Export encountered"));
      errors.push(readThrown(body.split("\n"), `prerendering ${page}`, line));
    } else if (buildError.test(line)) {
      const body = linesWhile(lines, at + 1, () => true);
      if (errors.length === 0) errors.push(readThrown(body.split("\n"), "the build", line));
    }
  }
  return errors;
};

function readBlock(place: Record<string, string | undefined>, body: readonly string[]): StructuredError[] {
  const said = body.filter((line) => line.trim() !== "" && !docs.test(line));
  // A file of an import trace: nothing is said of it.
  if (said.length === 0) return [];
  const linted = said.flatMap((line) => {
    const groups = lintLine.exec(line)?.groups;
    if (groups === undefined || groups["level"] !== "Error") return [];
    const { message = "", code } = groups;
    const where = placeOf({ ...groups, file: place["file"] });
    return [
      structuredError({ tool: "eslint", code: code === undefined ? null : `eslint(${code})`, ...where, message }),
    ];
  });
  if (linted.length > 0) return linted;
  const first = said.find((line) => !/^Error:\s*$|^\s*[x×] ?$/.test(line)) ?? "";
  const message = first.replace(/^Error:\s*/, "").replace(/^\s*[x×]\s*/, "");
  const frame = said.map((line) => swcPlace.exec(line)?.groups).find((groups) => groups !== undefined);
  const drawn = frame && {
    file: place["file"],
    line: frame["line"] ?? frame["swcLine"],
    column: frame["column"] ?? frame["swcColumn"],
  };
  const type = typed.exec(first)?.groups?.["message"];
  return [
    structuredError({
      tool: "next",
      code:
        type === undefined
          ? (kinds.find(({ pattern }) => pattern.test(message))?.code ?? null)
          : pageTypes.test(type)
            ? "NEXT_PAGE"
            : "TYPE",
      ...placeOf(place["line"] === undefined && drawn !== undefined ? drawn : place),
      message: type ?? message,
      excerpt: said.join("\n"),
    }),
  ];
}

function readThrown(body: readonly string[], doing: string, heading_: string): StructuredError {
  const at = body.findIndex((line) => thrown.test(line));
  const groups = thrown.exec(body[at] ?? "")?.groups;
  const said =
    groups === undefined
      ? (body.find((line) => line.trim() !== "") ?? heading_)
      : `${groups["code"]}: ${groups["message"]}`;
  return structuredError({
    tool: "next",
    code: groups?.["code"] ?? null,
    message: groups === undefined ? `${said} (${doing})` : said,
    excerpt: [heading_, ...body.slice(0, 12)].join("\n"),
  });
}
