import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import ListFilter from "lucide-react/icons/list-filter";
import Search from "lucide-react/icons/search";
import type { LogLevel, LogSource } from "#protocol/project-events.ts";
import { Button } from "../../components/ui/button.tsx";
import { Select } from "../../components/ui/select.tsx";
import { classNames } from "../../lib/class-names.ts";
import type { ConsoleLine } from "../../session/console-lines.ts";
import type { KeptList } from "../../session/kept-list.ts";
import { formatNumber } from "../../lib/format.ts";
import { ConsoleExport } from "./console-export.tsx";
import { type ConsoleFilter, levels } from "./console-filter.ts";
import type { ChangeAddress } from "./use-console-address.ts";

const levelNames: Record<LogLevel, string> = {
  debug: "Everything",
  info: "Info and above",
  warn: "Warnings and errors",
  error: "Errors only",
};

interface ConsoleToolbarProps {
  filter: ConsoleFilter;
  change: ChangeAddress;
  /** The words as they are typed; the address follows. */
  draft: string;
  setDraft: (words: string) => void;
  sources: ReadonlySet<LogSource>;
  /** `place`: of the chosen line among them, from 0; -1 when it is none. */
  hits: { count: number; place: number };
  step: (direction: 1 | -1) => void;
  lines: KeptList<ConsoleLine>;
}

export function ConsoleToolbar({ filter, change, draft, setDraft, sources, hits, step, lines }: ConsoleToolbarProps) {
  const offered = new Set([...sources, ...(filter.source === "all" ? [] : [filter.source])]);
  const searches = filter.find.trim() !== "";
  return (
    <div className="flex flex-wrap items-center gap-1.5 border-b border-line bg-surface px-2 py-1.5">
      <Select
        label="Least level"
        value={filter.level}
        onChange={(level) => change({ level })}
        options={levels.map((value) => ({ value, label: levelNames[value] }))}
      />
      <Select
        label="Source"
        value={filter.source}
        onChange={(source) => change({ source })}
        options={[
          { value: "all" as const, label: "All sources" },
          ...[...offered].map((value) => ({ value, label: value })),
        ]}
      />
      <div role="search" className="relative flex min-w-44 flex-1 items-center">
        <Search aria-hidden="true" className="pointer-events-none absolute left-2.5 size-3.5 text-muted" />
        <input
          type="search"
          aria-label="Search the console"
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") step(event.shiftKey ? 1 : -1);
            if (event.key === "Escape" && draft !== "") setDraft("");
          }}
          placeholder="Search"
          className={classNames(
            "h-8 w-full rounded-md border border-line-strong bg-surface pl-8 text-sm focus-visible:outline-offset-0",
            searches ? "pr-20" : "pr-2",
          )}
        />
        {searches && (
          <span aria-live="polite" className="figures pointer-events-none absolute right-7 text-xs text-muted">
            {hits.count === 0
              ? "none"
              : hits.place < 0
                ? formatNumber(hits.count)
                : `${formatNumber(hits.place + 1)}/${formatNumber(hits.count)}`}
          </span>
        )}
      </div>
      <span className="flex">
        <Button
          look="quiet"
          size="icon"
          aria-label="Match before"
          title="Match before (Enter)"
          disabled={hits.count === 0}
          onClick={() => step(-1)}
        >
          <ChevronUp />
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label="Next match"
          title="Next match (Shift Enter)"
          disabled={hits.count === 0}
          onClick={() => step(1)}
        >
          <ChevronDown />
        </Button>
        <Button
          look={filter.only ? "soft" : "quiet"}
          size="icon"
          aria-label="Only lines that match"
          title="Only lines that match"
          aria-pressed={filter.only}
          className={filter.only ? "text-accent-ink" : ""}
          onClick={() => change({ only: !filter.only })}
        >
          <ListFilter />
        </Button>
        <ConsoleExport lines={lines} />
      </span>
    </div>
  );
}
