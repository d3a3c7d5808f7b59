// Three-way merge of text, line by line. Never writes conflict markers: where both sides changed the same lines the
// user's stand and the place is named; where both only inserted, both insertions stay, the user's first.
import { diff3Merge } from "node-diff3";
import { type KeptPlace, quoted } from "./kept.ts";

export interface MergedText {
  text: string;
  places: KeptPlace[];
}

type Region = { ok: string[]; conflict?: never } | { ok?: never; conflict: { a: string[]; o: string[]; b: string[] } };

export function mergeText(base: string, yours: string, generated: string): MergedText {
  const windows = yours.includes("\r\n") && !base.includes("\r\n");
  const mine = windows ? yours.replaceAll("\r\n", "\n") : yours;
  const regions = diff3Merge(linesOf(mine), linesOf(base), linesOf(generated), {
    excludeFalseConflicts: true,
  }) as Region[];
  const lines: string[] = [];
  const places: KeptPlace[] = [];
  for (const { ok, conflict } of regions) {
    if (ok) {
      lines.push(...ok);
      continue;
    }
    const line = lines.length + 1;
    lines.push(...conflict.a);
    if (conflict.o.length === 0) {
      endLine(lines);
      lines.push(...conflict.b);
    } else places.push({ line, yours: quoted(conflict.a.join("")), proposed: quoted(conflict.b.join("")) });
  }
  const text = lines.join("");
  return { text: windows ? text.replaceAll("\n", "\r\n") : text, places };
}

/** Each with its line break; a last one without is another line than the same with. */
export const linesOf = (text: string): string[] => (text === "" ? [] : text.split(/(?<=\n)/));

function endLine(lines: string[]): void {
  const last = lines.at(-1);
  if (last !== undefined && !last.endsWith("\n")) lines[lines.length - 1] = `${last}\n`;
}
