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
  const hunks = diffPatch(old, lines).map(({ buffer1, buffer2 }) => {
    const from = Math.max(0, buffer2.offset - context);
    const to = Math.min(lines.length, buffer2.offset + buffer2.length + context);
    const removed = old.slice(buffer1.offset, buffer1.offset + buffer1.length).map((line) => `  - ${line}`);
    const shown = lines.slice(from, to).map((line, index) => {
      const at = from + index;
      const isNew = at >= buffer2.offset && at < buffer2.offset + buffer2.length;
      return `${at + 1} ${isNew ? "+" : " "} ${line}`;
    });
    const cut = buffer2.offset - from;
    return [...shown.slice(0, cut), ...removed, ...shown.slice(cut)].join("\n");
  });
  return `--- ${path}\n${hunks.join("\n…\n")}`;
}
