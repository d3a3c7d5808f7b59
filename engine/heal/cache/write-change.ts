// What a change writes at a place, in the layout of the file around it. Comments beside the place stay; where one stands in
// the middle of what goes, nothing is written.
import type { PatternChange, PatternToken, Space } from "./fix.ts";
import type { Bindings } from "./match-pattern.ts";
import type { Token } from "./split-tokens.ts";

export interface WrittenChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** `index`: of the first token that changes. null where a hole is open, or a comment would be lost. */
export function writeChange(
  change: PatternChange,
  tokens: readonly Token[],
  index: number,
  bindings: Bindings,
  text: string,
): WrittenChange | null {
  const base = indentAt(text, tokens[index - 1]?.from ?? 0);
  const contents = change.after.map(({ token }) => fill(token, bindings));
  if (contents.includes(null)) return null;
  const written = change.after.map(({ space }, at) => [writeSpace(space, base), contents[at] ?? ""] as const);
  const lead = written[0]?.[0] ?? "";
  const body = written.map(([space, content], at) => (at === 0 ? content : space + content)).join("");
  const trail = writeSpace(change.trailing, base);
  const from = tokens[index - 1]?.to ?? 0;
  const to = tokens[index + change.before.length]?.from ?? text.length;
  const gone = tokens.slice(index, index + change.before.length);
  const [first, last] = [gone[0], gone.at(-1)];
  if (first === undefined || last === undefined) {
    if (text.slice(from, to).trim() === "") return { from, to, text: lead + body + trail };
    const goesWithNext = change.trailing.lines === 0 || index === 0;
    return goesWithNext ? { from: to, to, text: body + trail } : { from, to: from, text: lead + body };
  }
  if (gone.some((token, at) => at > 0 && text.slice(gone[at - 1]?.to, token.from).trim() !== "")) return null;
  const keepsLead = text.slice(from, first.from).trim() !== "";
  const keepsTrail = text.slice(last.to, to).trim() !== "";
  // A comment before it may be about what goes; one behind it is about what follows.
  if (body === "" && keepsLead) return null;
  return {
    from: keepsLead ? first.from : from,
    to: keepsTrail ? last.to : to,
    text: (keepsLead ? "" : lead) + body + (keepsTrail ? "" : trail),
  };
}

function fill(token: PatternToken, bindings: Bindings): string | null {
  if ("text" in token) return token.text;
  const content = bindings.get(token.hole);
  if (content === undefined) return null;
  return token.kind === "string" ? `"${content}"` : content;
}

const mostLines = 3;

/** `base`: the indentation of the line before the change. */
export function readSpace(gap: string, base: number): Space {
  const lines = gap.split("\n").length - 1;
  const last = gap.slice(gap.lastIndexOf("\n") + 1);
  const width = last.length - last.trimStart().length;
  return { lines: Math.min(lines, mostLines), indent: lines === 0 ? width : width - base };
}

const writeSpace = ({ lines, indent }: Space, base: number): string =>
  "\n".repeat(lines) + " ".repeat(Math.max(0, lines === 0 ? indent : indent + base));

/** How far the line around the offset is indented. */
export function indentAt(text: string, offset: number): number {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1);
  return line.length - line.trimStart().length;
}
