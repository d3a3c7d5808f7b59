import { memo } from "react";
import { Link, useLocation } from "react-router";
import type { LogLevel, LogSource } from "#protocol/project-events.ts";
import { classNames } from "../../lib/class-names.ts";
import { formatClock } from "../../lib/format.ts";
import type { ConsoleLine } from "../../session/console-lines.ts";
import { type NamedPlace, findPlaces } from "./find-places.ts";
import { writeAddress } from "./use-console-address.ts";

const tones: Record<LogLevel, string> = {
  debug: "text-muted",
  info: "text-ink",
  warn: "bg-waiting-soft text-waiting-ink",
  error: "bg-danger-soft text-danger-ink",
};

/** These speak with models: their conversations can be read. */
const agents: ReadonlySet<LogSource> = new Set(["architect", "coder", "reviewer", "fixer"]);

interface ConsoleRowProps {
  line: ConsoleLine;
  find: string;
  isChosen: boolean;
}

export const ConsoleRow = memo(function ConsoleRow({ line, find, isChosen }: ConsoleRowProps) {
  return (
    <div
      aria-current={isChosen || undefined}
      className={classNames(
        "flex gap-3 px-3 leading-5 max-sm:gap-2",
        tones[line.level],
        isChosen && "shadow-[inset_3px_0_var(--accent)] ring-1 ring-accent-line ring-inset",
      )}
    >
      <LineTime line={line} />
      <span className="w-[4.75rem] shrink-0 truncate max-sm:w-14">
        {agents.has(line.source) ? <AgentLink line={line} /> : line.source}
      </span>
      {line.level === "warn" || line.level === "error" ? <span className="sr-only">{line.level}: </span> : null}
      <span className="min-w-0 flex-1 whitespace-pre-wrap wrap-anywhere">
        {line.text === "" ? " " : <Words text={line.text} find={find} />}
      </span>
    </div>
  );
});

/** The time is the line's own address. */
function LineTime({ line }: { line: ConsoleLine }) {
  const { search } = useLocation();
  return (
    <Link
      to={`?${writeAddress(new URLSearchParams(search), { at: line.key })}`}
      replace
      preventScrollReset
      tabIndex={-1}
      title="Link to this line"
      className="figures shrink-0 hover:underline max-sm:hidden"
    >
      <time dateTime={line.ts}>{formatClock(line.ts)}</time>
    </Link>
  );
}

function AgentLink({ line: { source, generationId } }: { line: ConsoleLine }) {
  const query = new URLSearchParams({ tab: "console", show: "agents", agent: source });
  if (generationId !== null) query.set("generation", generationId);
  return (
    <Link to={`?${query}`} title={`What the ${source} said to its model`} className="underline underline-offset-2">
      {source}
    </Link>
  );
}

interface Piece {
  start: number;
  end: number;
  isHit: boolean;
}

/** Places in files lead to the code; found words are marked, also within a place. */
function Words({ text, find }: { text: string; find: string }) {
  const places = findPlaces(text);
  if (places.length === 0) return <Marked text={text} find={find} />;
  const parts = [];
  let from = 0;
  for (const place of places) {
    parts.push(<Marked key={from} text={text.slice(from, place.start)} find={find} />);
    parts.push(<PlaceLink key={place.start} place={place} text={text.slice(place.start, place.end)} find={find} />);
    from = place.end;
  }
  parts.push(<Marked key={from} text={text.slice(from)} find={find} />);
  return parts;
}

function PlaceLink({ place, text, find }: { place: NamedPlace; text: string; find: string }) {
  const query = new URLSearchParams({ tab: "code", file: place.path, line: String(place.line) });
  return (
    <Link
      to={`?${query}`}
      aria-label={`${place.path}, line ${place.line}, in the code`}
      className="underline decoration-1 underline-offset-2 hover:decoration-2"
    >
      <Marked text={text} find={find} />
    </Link>
  );
}

function Marked({ text, find }: { text: string; find: string }) {
  if (find === "") return text;
  return cut(text, find).map(({ start, end, isHit }) =>
    isHit ? (
      <mark key={start} className="rounded-sm bg-waiting text-[oklch(0.2_0.03_75)]">
        {text.slice(start, end)}
      </mark>
    ) : (
      text.slice(start, end)
    ),
  );
}

function cut(text: string, find: string): Piece[] {
  const pieces: Piece[] = [];
  const [lower, wanted] = [text.toLowerCase(), find.toLowerCase()];
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    if (at > from) pieces.push({ start: from, end: at, isHit: false });
    from = at + wanted.length;
    pieces.push({ start: at, end: from, isHit: true });
  }
  if (from < text.length) pieces.push({ start: from, end: text.length, isHit: false });
  return pieces;
}
