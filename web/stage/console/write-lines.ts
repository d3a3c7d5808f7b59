import type { ConsoleLine } from "../../session/console-lines.ts";

export function linesAsText(lines: Iterable<ConsoleLine>): string {
  let text = "";
  for (const line of lines)
    text += `${line.ts} ${line.level.toUpperCase().padEnd(5)} ${line.source.padEnd(9)} ${line.text}\n`;
  return text;
}

/** One JSON object a line. */
export function linesAsNdjson(lines: Iterable<ConsoleLine>): string {
  let text = "";
  for (const { seq, ts, level, source, generationId, text: words } of lines)
    text += `${JSON.stringify({ seq, ts, level, source, generationId, text: words })}\n`;
  return text;
}
