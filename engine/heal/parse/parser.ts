import type { StructuredError } from "../structured-error.ts";

/** Reads what one tool prints, colours already removed; says nothing about lines that are not its own. */
export type Parser = (output: string) => StructuredError[];

/** The lines from `start` on that `belongs` accepts, joined. */
export function linesWhile(lines: readonly string[], start: number, belongs: (line: string) => boolean): string {
  let end = start;
  while (end < lines.length && belongs(lines[end] ?? "")) end += 1;
  return lines.slice(start, end).join("\n");
}

/** A place in a named group `file`, `line`, `column` of a match. */
export function placeOf(groups: Record<string, string | undefined> | undefined): {
  file: string | null;
  line: number | null;
  column: number | null;
} {
  const count = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
  return { file: groups?.["file"] ?? null, line: count(groups?.["line"]), column: count(groups?.["column"]) };
}
