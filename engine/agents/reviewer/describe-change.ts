// A change of a tree as text, in the form of a unified diff without its headers' clutter. Pure.
import { diffPatch } from "node-diff3";

const context = 3;

/** `changes`: path → text, null when deleted; against `before`. `most`: characters; what does not fit is named. */
export function describeChange(
  before: ReadonlyMap<string, string>,
  changes: ReadonlyMap<string, string | null>,
  most = 60_000,
): string {
  const parts: string[] = [];
  const left: string[] = [];
  let length = 0;
  for (const [path, text] of [...changes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const part = describeFile(path, before.get(path) ?? null, text);
    if (length + part.length > most) {
      left.push(path);
      continue;
    }
    parts.push(part);
    length += part.length;
  }
  if (left.length > 0) parts.push(`Not shown, too long: ${left.join(", ")}`);
  return parts.join("\n\n");
}

function describeFile(path: string, before: string | null, after: string | null): string {
  if (after === null) return `--- ${path} (deleted)`;
  const lines = after.split("\n");
  if (before === null) return `--- ${path} (new)\n${lines.map((line, index) => `${index + 1} + ${line}`).join("\n")}`;
  const old = before.split("\n");
  const shown: string[] = [];
  /** Lines of the new file that are written already. */
  let written = 0;
  const write = (to: number, mark: " " | "+") => {
    for (; written < Math.min(to, lines.length); written += 1) shown.push(`${written + 1} ${mark} ${lines[written]}`);
  };
  for (const { buffer1, buffer2 } of diffPatch(old, lines)) {
    // Changes that stand close together share the lines between them.
    const from = Math.max(written, buffer2.offset - context);
    write(Math.min(written === 0 ? 0 : written + context, from), " ");
    if (from > written && shown.length > 0) shown.push("…");
    written = from;
    write(buffer2.offset, " ");
    shown.push(...old.slice(buffer1.offset, buffer1.offset + buffer1.length).map((line) => `  - ${line}`));
    write(buffer2.offset + buffer2.length, "+");
  }
  write(written + context, " ");
  return `--- ${path}\n${shown.join("\n")}`;
}
