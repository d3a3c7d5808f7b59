// What Node prints when a program ends by an error: the place, the line with a caret, the error, its stack. Also what the
// engine says when memory is out, and system errors (`listen EADDRINUSE: …`). Generic on purpose: it reads what the
// parsers of the tools leave over.
import { structuredError, type StructuredError } from "../structured-error.ts";
import { linesWhile, type Parser, placeOf } from "./parser.ts";

const thrown = /^(?:Uncaught )?(?<name>(?:[A-Z]\w*)?(?:Error|Exception))(?: \[(?<code>\w+)\])?: (?<message>.+)$/;
const heap = /^(?:FATAL ERROR: .*(?<message>JavaScript heap out of memory)|.*(?<shell>Killed|out of memory).*)$/;
const frame = /^\s+at (?:.*\()?(?:file:\/\/)?(?<file>[^\s()]+?):(?<line>\d+):(?<column>\d+)\)?$/;
const head = /^(?:file:\/\/)?(?<file>[^\s:]+\.[cm]?[jt]sx?):(?<line>\d+)$/;
const systemCode = /\b(?<code>E[A-Z]{3,}(?:_[A-Z]+)*)\b/;
const importer = / imported from (?:file:\/\/)?(?<file>\S+?)[.'"]?$/;

export const parseNode: Parser = (output) => {
  const lines = output.split("\n");
  const errors: StructuredError[] = [];
  for (const [index, line] of lines.entries()) {
    const memory = heap.exec(line)?.groups;
    if (memory !== undefined) {
      errors.push(structuredError({ tool: "node", code: "ENOMEM", message: memory["message"] ?? line, excerpt: line }));
      continue;
    }
    const groups = thrown.exec(line.trim())?.groups;
    if (groups === undefined || /^\s{4,}at /.test(line)) continue;
    const stack = linesWhile(lines, index + 1, (next) => /^\s+at |^\s+(?:code|errno|syscall|\[)|^\s*[{}]/.test(next));
    const message = `${groups["name"]}: ${groups["message"]}`;
    errors.push(
      structuredError({
        tool: "node",
        code: groups["code"] ?? codeIn(stack) ?? systemCode.exec(message)?.groups?.["code"] ?? groups["name"] ?? null,
        ...whereFrom(lines.slice(Math.max(0, index - 6), index), message, stack),
        message,
        excerpt: `${lines.slice(Math.max(0, index - 4), index).join("\n")}\n${line}\n${ownFrames(stack)}`,
      }),
    );
  }
  return errors;
};

const codeIn = (stack: string): string | undefined => /\bcode: '(\w+)'/.exec(stack)?.[1];

/** The line above the error says it for faults of syntax, the importer for modules, else the first frame of the project. */
function whereFrom(before: readonly string[], message: string, stack: string): ReturnType<typeof placeOf> {
  const imported = importer.exec(message)?.groups?.["file"];
  if (imported !== undefined) return { file: imported, line: null, column: null };
  const frames = stack.split("\n").map((line) => frame.exec(line)?.groups);
  const own = frames.find((groups) => groups !== undefined && isOwn(groups["file"] ?? ""));
  if (own !== undefined) return placeOf(own);
  const above = before.map((line) => head.exec(line.trim())?.groups).findLast((groups) => groups !== undefined);
  return placeOf(above !== undefined && isOwn(above["file"] ?? "") ? above : undefined);
}

const isOwn = (path: string): boolean => !/^node:|^internal\/|(?:^|\/)node_modules\//.test(path);

const ownFrames = (stack: string): string =>
  stack
    .split("\n")
    .filter((line) => isOwn(frame.exec(line)?.groups?.["file"] ?? ""))
    .slice(0, 6)
    .join("\n");
