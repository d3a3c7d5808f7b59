// Vitest's default reporter: after the list come sections, ` FAIL  file > test` (several lines where one fault fails
// several), the error, a place `❯ file:line:column`, ended by a rule with `[1/2]`.
import { structuredError, type StructuredError } from "../structured-error.ts";
import { readFrame } from "./code-frame.ts";
import { linesWhile, type Parser, placeOf } from "./parser.ts";

const failLine = /^ ?FAIL {1,2}(?:\|[\w-]+\| )?(?<file>\S+?)(?: \[ .* \])?(?: > (?<title>.*))?$/;
const rule = /^⎯+(?:\[\d+\/\d+\])?⎯*$/;
/** A startup error is left to the parser of the bundler, which speaks there. */
const unhandled = /^⎯+ (?:Unhandled|Uncaught)/;
const bracketed = /^\[(?<code>[A-Z_]+)\] (?<message>.*)$/;
const named = /^\s*(?:Error: )?(?<code>[A-Z]\w*(?:Error|Exception)?)(?: \[\w+\])?: (?<message>.*)$/;
const frame = /^\s+❯ (?:.* )?(?<file>\S+?):(?<line>\d+):(?<column>\d+)$/;
const announcement = /^Error: (?:Transform|Build) failed with \d+ errors?:/;
const fileLine = /^\s*File: (?<file>[^\s:]+)(?::(?<line>\d+):(?<column>\d+))?/;

export const parseVitest: Parser = (output) => {
  const lines = output.split("\n");
  const errors: StructuredError[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const isFail = failLine.test(lines[at] ?? "");
    if (!isFail && !unhandled.test(lines[at] ?? "")) continue;
    let body = at + 1;
    while (failLine.test(lines[body] ?? "")) body += 1;
    const said = linesWhile(lines, body, (line) => !rule.test(line) && !failLine.test(line)).split("\n");
    const heading = isFail ? lines.slice(at, body).map((line) => line.trim()) : [];
    const error = readBody(said, heading);
    const logged = error === null ? null : readLogged(lines, heading);
    if (logged !== null && error !== null) errors.push({ ...logged, related: [error] });
    else if (error !== null) errors.push(error);
    at = body + said.length - 1;
  }
  return errors;
};

function readBody(said: readonly string[], heading: readonly string[]): StructuredError | null {
  const start = said.findIndex((line) => line.trim() !== "" && !announcement.test(line));
  if (start < 0) return null;
  const line = said[start] ?? "";
  const coded = bracketed.exec(line)?.groups;
  const groups = coded ?? named.exec(line)?.groups;
  const drawn = readFrame(said, start, said.length);
  const own = said.map((each) => frame.exec(each)?.groups).find((found) => isOwn(found?.["file"]));
  const inFile = said.map((each) => fileLine.exec(each)?.groups).find((found) => found !== undefined);
  const test = failLine.exec(` ${heading[0] ?? ""}`)?.groups?.["file"];
  const place = drawn ?? placeOf(own ?? inFile ?? (test === undefined ? undefined : { file: test }));
  return structuredError({
    tool: "vitest",
    code: groups?.["code"] ?? null,
    file: place.file,
    line: place.line,
    column: place.column,
    message: coded === undefined ? line : (coded["message"] ?? ""),
    excerpt: [...heading.slice(0, 5), ...said.filter((each) => !/node_modules\//.test(each))].join("\n"),
  });
}

const logHeading = /^std(?:err|out) \| (?<test>.+)$/;
const loggedError = /(?<message>\b(?<code>[A-Z]\w*Error): .+)$/;
const loggedFrame = /^\s+at (?:.*\()?(?:file:\/\/)?(?<file>[^\s()]+?):(?<line>\d+):(?<column>\d+)\)?$/;

/** What the app logged while a failing test ran: a server that answers 500 says why there, and the test only sees 500. */
function readLogged(lines: readonly string[], heading: readonly string[]): StructuredError | null {
  const failed = new Set(heading.map((line) => line.replace(/^FAIL\s+/, "")));
  for (const [index, line] of lines.entries()) {
    if (!failed.has(logHeading.exec(line)?.groups?.["test"] ?? "")) continue;
    const said = linesWhile(lines, index + 1, (next) => next.trim() !== "" && !logHeading.test(next)).split("\n");
    const groups = said.map((next) => loggedError.exec(next)?.groups).find((found) => found !== undefined);
    const place = said.map((next) => loggedFrame.exec(next)?.groups).find((found) => isOwn(found?.["file"]));
    if (groups === undefined || place === undefined) continue;
    return structuredError({
      tool: "vitest",
      code: groups["code"] ?? null,
      ...placeOf(place),
      message: groups["message"] ?? "",
      excerpt: [...heading.slice(0, 5), ...said].join("\n"),
    });
  }
  return null;
}

const isOwn = (path: string | undefined): boolean =>
  path !== undefined && !/^node:|(?:^|\/)node_modules\/|^internal\//.test(path);
