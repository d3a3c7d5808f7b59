// Lines of the console from the events of the log. Pure.
import type { Envelope } from "#protocol/envelope.ts";
import type { LogLevel, LogSource } from "#protocol/project-events.ts";

export interface ConsoleLine {
  /** Unique and ascending: seq, then the line's place in its event. */
  key: string;
  seq: number;
  ts: string;
  generationId: string | null;
  source: LogSource;
  level: LogLevel;
  text: string;
}

export function toLines(event: Envelope<"log.appended">): ConsoleLine[] {
  const { seq, ts } = event;
  const { generationId, source, level, text } = event.data;
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((line, index) => ({
      key: `${seq}.${index}`,
      seq,
      ts,
      generationId,
      source,
      level: lineLevel(source, level, line),
      text: line,
    }));
}

/** What runs in the builder: its standard output says nothing of how serious a line is. */
const tools: ReadonlySet<LogSource> = new Set(["install", "types", "lint", "build", "test", "browser", "audit"]);
const error = /\berror( TS\d+)?:|\bnpm error\b|^\s*(×|✗|✘|FAIL\b|ERROR\b|error\b|\w*Error:)|\bFound [1-9]\d* errors?\b/;
const warning = /\bwarning( TS\d+)?:|\bnpm warn\b|^\s*(⚠|WARN\b|warn(ing)?\b)/i;

/** A compiler prints its errors to standard output too: the words tell. */
function lineLevel(source: LogSource, level: LogLevel, text: string): LogLevel {
  if (level !== "info" || !tools.has(source)) return level;
  if (error.test(text)) return "error";
  return warning.test(text) ? "warn" : level;
}
