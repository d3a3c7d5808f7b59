import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import type { LoopState } from "#protocol/loop-state.ts";
import { Badge } from "../../components/ui/badge.tsx";
import { classNames } from "../../lib/class-names.ts";
import { formatClock, formatCount, formatDuration, formatNumber, formatUsd } from "../../lib/format.ts";
import { useNow } from "../../lib/use-now.ts";
import { type AgentShare, type RunStep, sumOf } from "../../session/loop-runs.ts";
import { stateWords } from "../../session/loop-track.ts";
import { VersionChanges } from "./version-changes.tsx";

interface StepItemProps {
  step: RunStep;
  generationId: string;
  /** It works right now. */
  isLive: boolean;
  isLast: boolean;
}

const waits: ReadonlySet<LoopState> = new Set(["awaiting_approval", "paused", "preview"]);

export function StepItem({ step, generationId, isLive, isLast }: StepItemProps) {
  const { state, reason, startedAt, agents, decisions, files, versions, repairs, findings } = step;
  const { inputTokens, outputTokens, costUsd } = sumOf(agents);
  return (
    <li className="relative pb-6 pl-8 last:pb-0">
      {!isLast && <span aria-hidden="true" className="absolute top-4 -bottom-1 left-[6.5px] w-0.5 bg-line" />}
      <span
        aria-hidden="true"
        className={classNames("absolute top-1.5 left-0 size-3.5 rounded-full border-2", dot(step, isLive))}
      />
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h4 className="font-[600]">{stateWords[state].label}</h4>
        <StepTime step={step} isLive={isLive} />
        <time dateTime={startedAt} className="ml-auto font-mono text-xs text-muted">
          {formatClock(startedAt).slice(0, 8)}
        </time>
      </div>
      {reason !== "" && <p className="max-w-prose text-sm text-muted wrap-anywhere">{reason}</p>}
      {agents.length > 0 && (
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          {agents.map((share) => (
            <AgentBadge key={share.agent} share={share} generationId={generationId} />
          ))}
          <span className="figures text-muted">
            {formatNumber(inputTokens)} in, {formatNumber(outputTokens)} out · {formatUsd(costUsd)}
          </span>
        </p>
      )}
      {repairs.map((words) => (
        <p key={words} className="mt-1 max-w-prose text-sm wrap-anywhere">
          {words}
        </p>
      ))}
      <div className="mt-1.5 flex flex-col gap-1 text-sm">
        <Link
          to={`?${new URLSearchParams({ tab: "console", level: "debug", at: `${step.seq}.0` })}`}
          className="w-fit text-accent-ink underline underline-offset-2"
          aria-label={`Log of ${stateWords[state].label}, ${formatClock(startedAt).slice(0, 8)}`}
        >
          Log
        </Link>
        {findings > 0 && <p className="text-muted">{formatCount(findings, "finding")} of the review</p>}
        {decisions.length > 0 && (
          <Opened words={formatCount(decisions.length, "decision")}>
            {() => (
              <ul className="mt-1 flex flex-col gap-3 border-l-2 border-line pl-4">
                {decisions.map(({ question, choice, reason }) => (
                  <li key={question} className="wrap-anywhere">
                    <p className="text-muted">{question}</p>
                    <p className="font-[560]">{choice}</p>
                    <p className="max-w-prose text-muted">{reason}</p>
                  </li>
                ))}
              </ul>
            )}
          </Opened>
        )}
        {versions.map(({ versionId, number, message }) => (
          <Opened
            key={versionId}
            words={
              <>
                Version {number}
                {files > 0 && `: ${formatCount(files, "file")} changed`} <span className="text-muted">{message}</span>
              </>
            }
          >
            {() => <VersionChanges versionId={versionId} />}
          </Opened>
        ))}
      </div>
    </li>
  );
}

function dot({ state, endedAt }: RunStep, isLive: boolean): string {
  if (isLive) return "border-accent bg-surface ring-3 ring-accent-line animate-pulse-soft";
  if (endedAt === null && waits.has(state)) return "border-waiting bg-waiting";
  return state === "healing" ? "border-waiting bg-waiting" : "border-accent bg-accent";
}

function StepTime({ step, isLive }: { step: RunStep; isLive: boolean }) {
  const now = useNow(isLive, 200);
  const end = step.endedAt === null ? (isLive ? now : null) : Date.parse(step.endedAt);
  if (end === null) return null;
  return <span className="figures text-sm text-muted">{formatDuration(end - Date.parse(step.startedAt))}</span>;
}

function AgentBadge({ share, generationId }: { share: AgentShare; generationId: string }) {
  const query = new URLSearchParams({ tab: "console", show: "agents", agent: share.agent, generation: generationId });
  return (
    <Link to={`?${query}`} title={share.models.join(", ")} className="rounded-sm">
      <Badge tone="working" className="underline underline-offset-2">
        <span className="capitalize">{share.agent}</span> {formatCount(share.answers, "answer")}
      </Badge>
    </Link>
  );
}

/** What is inside is made when it is opened. */
function Opened({ words, children }: { words: ReactNode; children: () => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="w-fit marker:text-muted hover:text-accent-ink">{words}</summary>
      {isOpen && <div className="pt-1 pb-2">{children()}</div>}
    </details>
  );
}
