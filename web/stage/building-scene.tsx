import { useMemo } from "react";
import type { GenerationView } from "#protocol/project-events.ts";
import { classNames } from "../lib/class-names.ts";
import { formatCount, formatDuration } from "../lib/format.ts";
import { useNow } from "../lib/use-now.ts";
import { type StationState, loopTrack, stateWords } from "../session/loop-track.ts";
import { newestItems } from "../session/kept-list.ts";
import { useProject } from "../session/project-context.ts";

const dots: Record<StationState, string> = {
  done: "border-accent bg-accent",
  current: "border-accent bg-surface",
  waiting: "border-waiting bg-waiting",
  paused: "border-waiting bg-surface",
  failed: "border-danger bg-danger",
  stopped: "border-line-strong bg-line-strong",
  ahead: "border-line-strong bg-surface",
};

/** Stands where the preview will be: the way there, and the last lines of what happens now. */
export function BuildingScene({ generation }: { generation: GenerationView }) {
  const { view } = useProject();
  const track = useMemo(() => loopTrack(generation, view.steps), [generation, view.steps]);
  const moving = generation.status !== "paused" && generation.status !== "awaiting_approval";
  const now = useNow(moving, 200);
  const facts = view.prd === null ? null : planFacts(view.prd.models.length, view.prd.pages.length);
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label="On the way to the preview"
      className="drafting grid min-h-0 flex-1 grid-cols-[minmax(0,36rem)] place-content-center overflow-y-auto p-5 focus-visible:-outline-offset-2"
    >
      <section aria-label="Progress" className="rounded-xl border border-line bg-surface shadow-raise">
        <div className="px-6 pt-6">
          <h2 className="display text-xl">{stateWords[generation.status].doing}</h2>
          <p className="mt-1 text-sm text-muted wrap-anywhere">
            {view.prd === null
              ? "The preview opens here as soon as the first version runs."
              : `${view.prd.name}: ${facts}`}
          </p>
        </div>
        <ol className="px-6 py-5">
          {track.stations.map((station, index) => {
            const open =
              station.since === null || station.state !== "current" ? 0 : Math.max(0, now - Date.parse(station.since));
            const ms = station.spentMs + open;
            return (
              <li key={station.id} className="relative flex items-center gap-3.5 py-1.5">
                {index > 0 && (
                  <span
                    aria-hidden="true"
                    className={classNames(
                      "absolute bottom-1/2 left-[5.5px] h-full w-0.5",
                      station.state === "ahead" ? "bg-line" : "bg-accent",
                    )}
                  />
                )}
                <span
                  aria-hidden="true"
                  className={classNames(
                    "relative z-10 size-[13px] rounded-full border-2",
                    dots[station.state],
                    station.state === "current" && "ring-4 ring-accent-line",
                    station.state === "waiting" && "ring-4 ring-waiting-line",
                  )}
                />
                <span className={classNames("flex-1 text-sm", station.state === "ahead" ? "text-muted" : "font-[560]")}>
                  {station.label}
                  {station.repeats > 0 && (
                    <span className="font-normal text-muted"> · round {station.repeats + 1}</span>
                  )}
                </span>
                {station.state !== "ahead" && ms >= 50 && (
                  <span className="figures text-xs text-muted">{formatDuration(ms)}</span>
                )}
              </li>
            );
          })}
        </ol>
        <LastLines />
      </section>
    </div>
  );
}

function LastLines() {
  const { view } = useProject();
  const lines = newestItems(view.console, 4);
  if (lines.length === 0) return null;
  return (
    <div
      aria-hidden="true"
      className="rounded-b-xl border-t border-line bg-canvas px-6 py-3 font-mono text-xs leading-5 text-muted"
    >
      {lines.map((line) => (
        <p key={line.key} className="truncate">
          {line.text === "" ? " " : line.text}
        </p>
      ))}
    </div>
  );
}

function planFacts(models: number, pages: number): string {
  return `${formatCount(models, "kind")} of data, ${formatCount(pages, "page")}`;
}
