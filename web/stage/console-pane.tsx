import { useVirtualizer } from "@tanstack/react-virtual";
import ArrowDown from "lucide-react/icons/arrow-down";
import Copy from "lucide-react/icons/copy";
import Download from "lucide-react/icons/download";
import Search from "lucide-react/icons/search";
import { type UIEvent, useEffect, useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import type { LogLevel } from "#protocol/project-events.ts";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { Segmented } from "../components/ui/segmented.tsx";
import { Select } from "../components/ui/select.tsx";
import { classNames } from "../lib/class-names.ts";
import { formatClock, formatCount } from "../lib/format.ts";
import type { ConsoleLine } from "../session/project-view.ts";
import { useProject } from "../session/project-context.ts";
import { AgentsView } from "./agents-view.tsx";
import { type ConsoleFilter, everything, filterLines, levels, linesAsText, sourcesOf } from "./console-filter.ts";

const levelNames: Record<LogLevel, string> = {
  debug: "Everything",
  info: "Info and above",
  warn: "Warnings and errors",
  error: "Errors only",
};

const faces = [
  { value: "output", label: "Output" },
  { value: "agents", label: "Agents" },
] as const;

/** What the loop printed, and what its agents said to their models. */
export function ConsolePane() {
  const [face, setFace] = useState<(typeof faces)[number]["value"]>("output");
  return (
    <>
      <div className="border-b border-line bg-surface px-2 py-1.5">
        <Segmented label="Show" value={face} onChange={setFace} options={faces} />
      </div>
      {face === "output" ? <Output /> : <AgentsView />}
    </>
  );
}

function Output() {
  const { view } = useProject();
  const [filter, setFilter] = useState<ConsoleFilter>(everything);
  const lines = useMemo(() => filterLines(view.console, filter), [view.console, filter]);
  const sources = useMemo(() => sourcesOf(view.console), [view.console]);

  return (
    <>
      <div className="flex flex-wrap items-center gap-1.5 border-b border-line bg-surface px-2 py-1.5">
        <Select
          label="Least level"
          value={filter.level}
          onChange={(level) => setFilter({ ...filter, level })}
          options={levels.map((value) => ({ value, label: levelNames[value] }))}
        />
        <Select
          label="Source"
          value={filter.source}
          onChange={(source) => setFilter({ ...filter, source })}
          options={[{ value: "all", label: "All sources" }, ...sources.map((value) => ({ value, label: value }))]}
        />
        <label className="relative min-w-32 flex-1">
          <span className="sr-only">Search the console</span>
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-muted"
          />
          <input
            type="search"
            value={filter.search}
            onChange={(event) => setFilter({ ...filter, search: event.target.value })}
            placeholder="Search"
            className="h-8 w-full rounded-md border border-line-strong bg-surface pr-2 pl-8 text-sm focus-visible:outline-offset-0"
          />
        </label>
        <Button
          look="quiet"
          size="icon"
          aria-label="Copy these lines"
          title="Copy"
          disabled={lines.length === 0}
          onClick={() => void copy(lines)}
        >
          <Copy />
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label="Download these lines as text"
          title="Download"
          disabled={lines.length === 0}
          onClick={() => download(lines)}
        >
          <Download />
        </Button>
      </div>
      {lines.length === 0 ? (
        <EmptyState title={view.console.length === 0 ? "No output yet" : "No line matches"}>
          {view.console.length === 0
            ? "What the loop, the build and the tests print appears here as it happens."
            : "Loosen the level or the source, or clear the search."}
        </EmptyState>
      ) : (
        <Lines lines={lines} search={filter.search.trim()} />
      )}
    </>
  );
}

function Lines({ lines, search }: { lines: readonly ConsoleLine[]; search: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const lastTop = useRef(0);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => 20,
    overscan: 20,
    getItemKey: (index) => lines[index]?.key ?? index,
  });
  const height = virtual.getTotalSize();

  useEffect(() => {
    if (following && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [following, height, lines]);

  /** Moving up lets go; arriving at the end takes hold again. */
  function onScroll({ currentTarget: { scrollTop, scrollHeight, clientHeight } }: UIEvent<HTMLDivElement>): void {
    const fromEnd = scrollHeight - scrollTop - clientHeight;
    if (fromEnd < 8) setFollowing(true);
    else if (scrollTop < lastTop.current - 1) setFollowing(false);
    lastTop.current = scrollTop;
  }

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={box}
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={`Console, ${formatCount(lines.length, "line")}`}
        className="absolute inset-0 overflow-auto bg-canvas py-2 font-mono text-xs focus-visible:-outline-offset-2"
      >
        <div className="relative w-full" style={{ height }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            return line === undefined ? null : (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <Line line={line} search={search} />
              </div>
            );
          })}
        </div>
      </div>
      {!following && (
        <Button
          look="primary"
          size="sm"
          className="absolute right-4 bottom-4 shadow-float"
          onClick={() => setFollowing(true)}
        >
          <ArrowDown /> Jump to latest
        </Button>
      )}
    </div>
  );
}

const lineTones: Record<LogLevel, string> = {
  debug: "text-muted",
  info: "text-ink",
  warn: "bg-waiting-soft text-waiting-ink",
  error: "bg-danger-soft text-danger-ink",
};

function Line({ line, search }: { line: ConsoleLine; search: string }) {
  return (
    <div className={classNames("flex gap-3 px-3 leading-5 max-sm:gap-2", lineTones[line.level])}>
      <time dateTime={line.ts} className="figures shrink-0 max-sm:hidden">
        {formatClock(line.ts)}
      </time>
      <span className="w-[4.75rem] shrink-0 max-sm:w-14">{line.source}</span>
      {line.level === "warn" || line.level === "error" ? <span className="sr-only">{line.level}: </span> : null}
      <span className="min-w-0 flex-1 whitespace-pre-wrap wrap-anywhere">
        <Marked text={line.text} search={search} />
      </span>
    </div>
  );
}

function Marked({ text, search }: { text: string; search: string }) {
  const at = search === "" ? -1 : text.toLowerCase().indexOf(search.toLowerCase());
  if (at < 0) return text === "" ? " " : text;
  return (
    <>
      {text.slice(0, at)}
      <mark className="rounded-sm bg-waiting text-[oklch(0.2_0.03_75)]">{text.slice(at, at + search.length)}</mark>
      {text.slice(at + search.length)}
    </>
  );
}

async function copy(lines: readonly ConsoleLine[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(linesAsText(lines));
    toast.success(`${formatCount(lines.length, "line")} copied`);
  } catch {
    toast.error("The browser did not allow copying. Download the lines instead.");
  }
}

function download(lines: readonly ConsoleLine[]): void {
  const url = URL.createObjectURL(new Blob([linesAsText(lines)], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "console.txt";
  link.click();
  URL.revokeObjectURL(url);
}
