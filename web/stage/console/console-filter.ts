// Which lines of the console are shown and which of them hold the words that are searched for. Pure.
// Lines arrive many times a second and there may be a hundred thousand: what was sorted before is kept, and only what is
// new is looked at.
import type { LogLevel, LogSource } from "#protocol/project-events.ts";
import type { ConsoleLine } from "../../session/console-lines.ts";
import { type KeptList, appendAll, emptyList, forgetWhile, itemAt, itemsFrom } from "../../session/kept-list.ts";

export const levels = ["debug", "info", "warn", "error"] as const satisfies readonly LogLevel[];

export interface ConsoleFilter {
  /** The least level shown. */
  level: LogLevel;
  /** "all" or one. */
  source: LogSource | "all";
  /** Words to find, without regard to case. */
  find: string;
  /** Hides the lines without the words. */
  only: boolean;
}

export interface ShownLines {
  filter: ConsoleFilter;
  lines: KeptList<ConsoleLine>;
  /** Numbers (`dropped` + index) of the lines that hold the words. */
  hits: KeptList<number>;
  /** The log that was looked through last. */
  log: KeptList<ConsoleLine>;
}

const unbounded = Number.POSITIVE_INFINITY;

/** `before`: the answer for an earlier state of the same log; it only saves work. */
export function showLines(before: ShownLines | null, log: KeptList<ConsoleLine>, filter: ConsoleFilter): ShownLines {
  const known = before !== null && isSameFilter(before.filter, filter) && continues(before.log, log) ? before : null;
  if (known?.log === log) return known;
  const least = levels.indexOf(filter.level);
  const wanted = filter.find.trim().toLowerCase();
  const hasWords = (line: ConsoleLine): boolean => wanted !== "" && line.text.toLowerCase().includes(wanted);
  const isShown = (line: ConsoleLine): boolean =>
    levels.indexOf(line.level) >= least &&
    (filter.source === "all" || line.source === filter.source) &&
    (!filter.only || wanted === "" || hasWords(line));

  const seen = known === null ? 0 : known.log.dropped + known.log.length;
  const fresh = [...itemsFrom(log, seen - log.dropped)].filter(isShown);
  const oldest = itemAt(log, 0)?.seq ?? 0;
  const showsAll = least === 0 && filter.source === "all" && (!filter.only || wanted === "");
  const lines = showsAll
    ? log
    : forgetWhile(appendAll(known?.lines ?? emptyList<ConsoleLine>(), fresh, unbounded), ({ seq }) => seq < oldest);

  const first = lines.dropped + lines.length - fresh.length;
  const freshHits = fresh.flatMap((line, index) => (hasWords(line) ? [first + index] : []));
  const hits = forgetWhile(
    appendAll(known?.hits ?? emptyList<number>(), freshHits, unbounded),
    (number) => number < lines.dropped,
  );
  return { filter, lines, hits, log };
}

/** Which hit a line is, from 0; -1 when it is none. Hits ascend. */
export function placeOfHit(hits: KeptList<number>, number: number): number {
  const at = firstHitFrom(hits, number);
  return itemAt(hits, at) === number ? at : -1;
}

/** The hit after (or before) a line, round the ends; null without hits. `from`: null begins at the newest. */
export function nextHit(hits: KeptList<number>, from: number | null, direction: 1 | -1): number | null {
  if (hits.length === 0) return null;
  if (from === null) return itemAt(hits, hits.length - 1) ?? null;
  const at = firstHitFrom(hits, direction === 1 ? from + 1 : from) + (direction === 1 ? 0 : -1);
  return itemAt(hits, (at + hits.length) % hits.length) ?? null;
}

function firstHitFrom(hits: KeptList<number>, number: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((itemAt(hits, middle) ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSameFilter(a: ConsoleFilter, b: ConsoleFilter): boolean {
  return a.level === b.level && a.source === b.source && a.find === b.find && a.only === b.only;
}

/** False when the log began anew, or forgot lines that were not looked at yet. */
function continues(before: KeptList<ConsoleLine>, log: KeptList<ConsoleLine>): boolean {
  const end = before.dropped + before.length;
  if (end < log.dropped || end > log.dropped + log.length) return false;
  const newest = itemAt(before, before.length - 1);
  return newest === undefined ? log.dropped === before.dropped : itemAt(log, end - 1 - log.dropped) === newest;
}
