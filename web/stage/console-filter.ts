// Which console lines are shown, and the same lines as text. Pure.
import type { LogLevel, LogSource } from "#protocol/project-events.ts";
import type { ConsoleLine } from "../session/project-view.ts";

export const levels = ["debug", "info", "warn", "error"] as const satisfies readonly LogLevel[];

export interface ConsoleFilter {
  /** The least level shown. */
  level: LogLevel;
  /** "all" or one. */
  source: LogSource | "all";
  search: string;
}

export const everything: ConsoleFilter = { level: "info", source: "all", search: "" };

export function filterLines(lines: readonly ConsoleLine[], filter: ConsoleFilter): readonly ConsoleLine[] {
  const least = levels.indexOf(filter.level);
  const wanted = filter.search.trim().toLowerCase();
  if (least === 0 && filter.source === "all" && wanted === "") return lines;
  return lines.filter(
    (line) =>
      levels.indexOf(line.level) >= least &&
      (filter.source === "all" || line.source === filter.source) &&
      (wanted === "" || line.text.toLowerCase().includes(wanted)),
  );
}

/** The sources that occur, in the order they first did. */
export function sourcesOf(lines: readonly ConsoleLine[]): LogSource[] {
  return [...new Set(lines.map((line) => line.source))];
}

export function linesAsText(lines: readonly ConsoleLine[]): string {
  return lines
    .map((line) => `${line.ts} ${line.level.toUpperCase().padEnd(5)} ${line.source.padEnd(9)} ${line.text}\n`)
    .join("");
}
