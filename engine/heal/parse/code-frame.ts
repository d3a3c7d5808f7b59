// The picture of a place in the code that the oxc family draws (oxlint, rolldown, Vite's transforms, and Vitest when it
// quotes them): `╭─[ src/a.ts:3:5 ]`, numbered lines, marks below them, `╰────`.
import { linesWhile, placeOf } from "./parser.ts";

const corner = /╭─+\[ ?(?<file>.+?):(?<line>\d+):(?<column>\d+) ?\]/;
const drawn = /^\s*(?:\d+ )?[│·╭╰├┬─|]|^\s*─+╯|^\s*help: |^\s*note: |^\s+[│╭╰]/;

export interface CodeFrame extends ReturnType<typeof placeOf> {
  readonly text: string;
}

/** The frame that begins within `within` lines of `start`; null where there is none. */
export function readFrame(lines: readonly string[], start: number, within = 2): CodeFrame | null {
  for (let at = start; at < Math.min(start + within, lines.length); at += 1) {
    const groups = corner.exec(lines[at] ?? "")?.groups;
    if (groups !== undefined) return { ...placeOf(groups), text: linesWhile(lines, at, (line) => drawn.test(line)) };
  }
  return null;
}
