import { useMemo } from "react";
import { classNames } from "../lib/class-names.ts";
import { formatCount, formatDuration } from "../lib/format.ts";
import { useNow } from "../lib/use-now.ts";
import {
  type Station,
  type StationState,
  type Track,
  isRunning,
  loopTrack,
  stateWords,
} from "../session/loop-track.ts";
import { useProject } from "../session/project-context.ts";

/** The loop as a line of stations under the header. */
export function LoopBar() {
  const { view } = useProject();
  const { generation, steps } = view;
  const track = useMemo(() => loopTrack(generation, steps), [generation, steps]);
  if (generation === null) return null;
  const { doing } = stateWords[generation.status];
  const live = isRunning(generation.status);
  return (
    <section aria-label="The loop" className="border-b border-line bg-surface px-3 md:px-4">
      <p aria-live="polite" className="sr-only">
        {doing}
      </p>
      <div className="hidden h-11 items-center gap-4 md:flex">
        <Stations track={track} live={live} />
        <Summary track={track} live={live} />
      </div>
      <div className="flex h-9 items-center gap-3 md:hidden">
        <ShortLine track={track} />
        <span className="min-w-0 flex-1 truncate text-sm font-[560]">{doing}</span>
        <Summary track={track} live={live} />
      </div>
    </section>
  );
}

const dots: Record<StationState, string> = {
  done: "border-accent bg-accent",
  current: "border-accent bg-surface ring-3 ring-accent-line animate-pulse-soft",
  waiting: "border-waiting bg-waiting ring-3 ring-waiting-line",
  paused: "border-waiting bg-surface",
  failed: "border-danger bg-danger",
  stopped: "border-line-strong bg-line-strong",
  ahead: "border-line-strong bg-surface",
};

const words: Record<StationState, string> = {
  done: "done",
  current: "under way",
  waiting: "waiting for you",
  paused: "paused",
  failed: "failed",
  stopped: "cancelled",
  ahead: "to come",
};

function Stations({ track, live }: { track: Track; live: boolean }) {
  return (
    <ol aria-label="Progress" className="flex min-w-0 flex-1 items-center">
      {track.stations.map((station, index) => (
        <li key={station.id} className={classNames("flex items-center", index > 0 && "min-w-0 flex-1")}>
          {index > 0 && (
            <span
              aria-hidden="true"
              className={classNames(
                "mx-2 h-0.5 min-w-2 flex-1 rounded-full",
                station.state === "ahead" ? "bg-line" : "bg-accent",
              )}
            />
          )}
          <span
            className={classNames(
              "flex items-center gap-1.5 text-sm whitespace-nowrap",
              station.state === "ahead" ? "text-muted" : "text-ink",
            )}
            aria-current={station.state === "current" || station.state === "waiting" ? "step" : undefined}
          >
            <span aria-hidden="true" className={classNames("size-2.5 rounded-full border-2", dots[station.state])} />
            <span className={station.state === "ahead" || station.state === "done" ? "" : "font-[600]"}>
              {station.label}
            </span>
            <span className="sr-only">, {words[station.state]}</span>
            <StationTime station={station} live={live} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function StationTime({ station, live }: { station: Station; live: boolean }) {
  const open = live && station.since !== null && station.state === "current";
  const now = useNow(open, 200);
  const ms = station.spentMs + (open && station.since !== null ? Math.max(0, now - Date.parse(station.since)) : 0);
  // A station one passes through has no time worth a figure.
  if (station.state === "ahead" || ms < 50 || station.id === "preview") return null;
  return <span className="figures hidden text-xs text-muted xl:inline">{formatDuration(ms)}</span>;
}

function ShortLine({ track }: { track: Track }) {
  return (
    <span aria-hidden="true" className="flex items-center gap-1">
      {track.stations.map((station) => (
        <span
          key={station.id}
          className={classNames("size-2 rounded-full border-[1.5px]", dots[station.state], "ring-0")}
        />
      ))}
    </span>
  );
}

function Summary({ track, live }: { track: Track; live: boolean }) {
  const now = useNow(live, 200);
  const total = track.totalMs ?? (live && track.startedAt !== null ? now - Date.parse(track.startedAt) : null);
  return (
    <span className="flex shrink-0 items-center gap-3 text-xs text-muted">
      {track.repairs > 0 && <span className="max-sm:hidden">{formatCount(track.repairs, "repair")}</span>}
      {total !== null && (
        <span className="figures min-w-12 text-right" aria-label="Total time">
          {formatDuration(total)}
        </span>
      )}
    </span>
  );
}
