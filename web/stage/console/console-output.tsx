import SquareTerminal from "lucide-react/icons/square-terminal";
import { useEffect, useMemo, useRef, useState } from "react";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import type { ConsoleLine } from "../../session/console-lines.ts";
import { type KeptList, itemAt } from "../../session/kept-list.ts";
import { useProject } from "../../session/project-context.ts";
import { type ConsoleFilter, type ShownLines, nextHit, placeOfHit, showLines } from "./console-filter.ts";
import { ConsoleLines } from "./console-lines.tsx";
import { ConsoleToolbar } from "./console-toolbar.tsx";
import { useConsoleAddress } from "./use-console-address.ts";

/** ms after the last key until a search stands in the address. */
const settleTime = 200;

export function ConsoleOutput() {
  const { view } = useProject();
  const [{ filter, at }, change] = useConsoleAddress();
  const [draft, setDraft] = useState(filter.find);
  const written = useRef(filter.find);
  const shown = useShownLines(view.console, filter);
  const { lines, hits } = shown;
  const chosen = useMemo(() => (at === null ? null : numberOf(lines, at)), [lines, at]);
  const sources = useSources(view.console);

  // The address leads when somebody else changed it: a link, or going back.
  useEffect(() => {
    if (filter.find === written.current) return;
    written.current = filter.find;
    setDraft(filter.find);
  }, [filter.find]);
  useEffect(() => {
    if (draft === written.current) return;
    const timer = setTimeout(() => {
      written.current = draft;
      change({ find: draft, at: null });
    }, settleTime);
    return () => clearTimeout(timer);
  }, [draft, change]);

  const step = (direction: 1 | -1): void => {
    const number = nextHit(hits, chosen, direction);
    const line = number === null ? undefined : itemAt(lines, number - lines.dropped);
    if (line !== undefined) change({ at: line.key });
  };

  return (
    <>
      <ConsoleToolbar
        filter={filter}
        change={change}
        draft={draft}
        setDraft={setDraft}
        sources={sources}
        hits={{ count: hits.length, place: chosen === null ? -1 : placeOfHit(hits, chosen) }}
        step={step}
        lines={lines}
      />
      {lines.length === 0 ? (
        <EmptyState icon={<SquareTerminal />} title={view.console.length === 0 ? "No output yet" : "No line matches"}>
          {view.console.length === 0
            ? "What the loop, the build and the tests print appears here as it happens."
            : "Loosen the level or the source, or clear the search."}
        </EmptyState>
      ) : (
        <ConsoleLines lines={lines} find={filter.find.trim()} chosen={chosen} />
      )}
    </>
  );
}

/** Looks only at what is new since the last time. */
function useShownLines(log: KeptList<ConsoleLine>, filter: ConsoleFilter): ShownLines {
  const before = useRef<ShownLines | null>(null);
  return useMemo(() => (before.current = showLines(before.current, log, filter)), [log, filter]);
}

/** The sources that occurred, in the order they first did. */
function useSources(log: KeptList<ConsoleLine>): ReadonlySet<ConsoleLine["source"]> {
  const known = useRef<{ sources: ReadonlySet<ConsoleLine["source"]>; end: number }>({ sources: new Set(), end: 0 });
  return useMemo(() => {
    const end = log.dropped + log.length;
    const { sources, end: seen } = known.current.end <= end ? known.current : { sources: new Set<never>(), end: 0 };
    let all = sources;
    for (let number = Math.max(seen, log.dropped); number < end; number += 1) {
      const source = itemAt(log, number - log.dropped)?.source;
      if (source !== undefined && !all.has(source)) all = new Set([...all, source]);
    }
    known.current = { sources: all, end };
    return all;
  }, [log]);
}

/** Of the line, or of the first after it; null past the end. Lines ascend by seq, then by their place in the event. */
function numberOf(lines: KeptList<ConsoleLine>, key: string): number | null {
  const [seq = 0, place = 0] = key.split(".").map(Number);
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = itemAt(lines, middle);
    const isBefore = line !== undefined && (line.seq < seq || (line.seq === seq && placeIn(line) < place));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low < lines.length ? low + lines.dropped : null;
}

const placeIn = ({ key }: ConsoleLine): number => Number(key.slice(key.indexOf(".") + 1));
