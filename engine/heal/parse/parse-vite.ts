// `vite build` (rolldown and oxc inside) and esbuild. Rolldown prints `[CODE or plugin] message` with a drawn place, Vite
// itself sentences, esbuild `✘ [ERROR] message` with the place below.
import { structuredError, type StructuredError } from "../structured-error.ts";
import { readFrame } from "./code-frame.ts";
import { linesWhile, type Parser, placeOf } from "./parser.ts";

interface Form {
  readonly pattern: RegExp;
  /** When the tool prints no code. */
  readonly code?: string;
}

/** Sentences that name a file themselves, or none. */
const sentences: readonly Form[] = [
  {
    pattern:
      /(?<message>Rolldown failed to resolve import "[^"]+") from "(?<file>[^"]+)"|(?<other>Failed to resolve import "[^"]+") from "(?<importer>[^"]+)"/,
    code: "UNRESOLVED_IMPORT",
  },
  {
    pattern:
      /(?:^|: )JSONError \{ path: "(?<file>[^"]+)", message: "(?<message>[^"]*)", line: (?<line>\d+), column: (?<column>\d+)/,
    code: "JSONError",
  },
  { pattern: /^(?:Error: )?\[(?<code>tsconfig|TSCONFIG_ERROR)\] (?<message>.*)$/i, code: "TSCONFIG_ERROR" },
];
const bracketed = /^(?:Error: )?\[(?:plugin )?(?<code>[\w@/:.-]+)\] (?<message>\S.*)$/;
/** A plugin names the file where others say what is wrong, and says that below. */
const fileAlone = /^(?<file>[\w@()[\]./-]+\.[a-z]{2,4})(?:\?\S*)?(?::(?<line>\d+):(?<column>\d+))?$/;
const esbuildHead = /^\s*[✘X] \[ERROR\] (?<message>.*)$/;
const esbuildPlace = /^\s+(?<file>[^\s:]+):(?<line>\d+):(?<column>\d+):$/;
const thrown = /^(?<code>\w*Error): (?<message>.+)$/;
const stackFile =
  /^\s+(?:at .*?\(?)?(?:file:\/\/)?(?<file>[^\s()]*(?:vite|vitest|next)\.config\.[cm]?[jt]s)(?::(?<line>\d+):(?<column>\d+))?/;
const configNamed = /^failed to load config from (?<file>\S+)$/;
const fileNamed = /^\s*(?:file|File): (?<file>[^\s:?]+)(?:\?\S*?)?(?::(?<line>\d+):(?<column>\d+))?$/;
const frameOfStack = /^\s+at /;

/** Said in brackets as errors are, and none. */
const asides = new Set([
  "UNHANDLEABLE_ERROR",
  "PLUGIN_TIMINGS",
  "INEFFECTIVE_DYNAMIC_IMPORT",
  "CIRCULAR_DEPENDENCY",
  "EVAL",
  "vite",
]);

/** Nothing of its own: "Build failed with 1 error:", what Rolldown says of itself, how to silence Vite. */
const announcements = /^Error: Build failed with \d+ errors?:|^Error: \[vite\]|Transform failed with/;

export const parseVite: Parser = (output) => {
  // What stands before are warnings, and what the build says of its own speed.
  const failure = output.indexOf("\nerror during build:");
  const lines = output.slice(Math.max(0, failure)).split("\n");
  const config =
    output
      .split("\n")
      .map((line) => configNamed.exec(line)?.groups?.["file"])
      .find((file) => file !== undefined) ?? null;
  const errors: StructuredError[] = [];
  for (const [index, line] of lines.entries()) {
    const error = readSentence(line) ?? readBracketed(lines, index) ?? readEsbuild(lines, index);
    if (error !== null) errors.push(error);
  }
  // A configuration that throws, or a plugin without a picture, is all that is left to say.
  return errors.length > 0 ? errors : readThrown(lines, config);
};

function readSentence(line: string): StructuredError | null {
  for (const { pattern, code } of sentences) {
    const groups = pattern.exec(line)?.groups;
    if (groups === undefined) continue;
    const file = groups["file"] ?? groups["importer"] ?? null;
    return structuredError({
      tool: "vite",
      code: code ?? null,
      ...placeOf({ ...groups, file: file ?? undefined }),
      message: groups["message"] ?? groups["other"] ?? line,
      excerpt: line,
    });
  }
  return null;
}

function readBracketed(lines: readonly string[], index: number): StructuredError | null {
  const line = lines[index] ?? "";
  const groups = bracketed.exec(line)?.groups;
  if (
    groups === undefined ||
    announcements.test(line) ||
    line.endsWith(" threw an error") ||
    asides.has(groups["code"] ?? "")
  )
    return null;
  const body = linesWhile(lines, index + 1, (next) => !frameOfStack.test(next) && !bracketed.test(next)).split("\n");
  const frame = readFrame(body, 0, body.length);
  const named = body.map((next) => fileNamed.exec(next)?.groups).find((found) => found !== undefined);
  const alone = fileAlone.exec(groups["message"] ?? "")?.groups;
  const message =
    alone === undefined ? groups["message"] : (body.find((next) => next.trim() !== "") ?? groups["message"]);
  const error = alone === undefined ? undefined : /^(\w+Error): /.exec(message ?? "")?.[1];
  const inText = / in (?<file>[\w@()[\]./-]+\.[a-z]{2,4})$/.exec(groups["message"] ?? "")?.groups;
  return structuredError({
    tool: "vite",
    code: error ?? groups["code"] ?? null,
    ...(frame === null
      ? placeOf(alone ?? named ?? inText)
      : { file: frame.file, line: frame.line, column: frame.column }),
    message: message ?? "",
    excerpt: `${line}\n${body.join("\n")}`,
  });
}

function readEsbuild(lines: readonly string[], index: number): StructuredError | null {
  const message = esbuildHead.exec(lines[index] ?? "")?.groups?.["message"];
  // wrangler announces what esbuild says below.
  if (message === undefined || /^Build failed with \d+ errors?:$/.test(message)) return null;
  const body = linesWhile(lines, index + 1, (next) => !esbuildHead.test(next) && !/^\d+ errors?$/.test(next));
  const place = placeOf(
    body
      .split("\n")
      .map((line) => esbuildPlace.exec(line)?.groups)
      .find((found) => found !== undefined),
  );
  // esbuild counts columns from 0.
  const column = place.column === null ? null : place.column + 1;
  const detail = message.endsWith(":") ? (/^\s*- (?<detail>.+)$/m.exec(body)?.groups?.["detail"] ?? "") : "";
  return structuredError({
    tool: "vite",
    code: "esbuild",
    ...place,
    column,
    message: `${message} ${detail}`,
    excerpt: `${message}\n${body}`,
  });
}

function readThrown(lines: readonly string[], config: string | null): StructuredError[] {
  for (const [index, line] of lines.entries()) {
    const groups = thrown.exec(line)?.groups;
    if (groups === undefined || announcements.test(line)) continue;
    const stack = linesWhile(lines, index + 1, (next) => frameOfStack.test(next));
    const from = stack
      .split("\n")
      .map((next) => stackFile.exec(next)?.groups)
      .find((found) => found !== undefined);
    const file = config ?? from?.["file"]?.replace(/^.*node_modules\/\.vite-temp\//, "") ?? null;
    return [structuredError({ tool: "vite", code: groups["code"] ?? null, file, message: line, excerpt: line })];
  }
  return [];
}
