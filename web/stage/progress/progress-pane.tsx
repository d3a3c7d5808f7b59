import ListChecks from "lucide-react/icons/list-checks";
import { useMemo } from "react";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { formatCount, formatDuration, formatUsd } from "../../lib/format.ts";
import { useNow } from "../../lib/use-now.ts";
import { type LoopRun, loopRuns, sumOf } from "../../session/loop-runs.ts";
import { isRunning, stateWords } from "../../session/loop-track.ts";
import { useProject } from "../../session/project-context.ts";
import { StepItem } from "./step-item.tsx";

/** The loop as a timeline: every step with its time, who worked in it, what it took and what it made. */
export function ProgressPane() {
  const { view } = useProject();
  const runs = useMemo(() => loopRuns(view.timeline, view.answers), [view.timeline, view.answers]);
  if (runs.length === 0) {
    return (
      <EmptyState icon={<ListChecks />} title="Nothing has run yet">
        Each step of the loop stands here with its time, its agents, its decisions and what it changed.
      </EmptyState>
    );
  }
  const [newest, ...earlier] = runs;
  return (
    <div
      className="min-h-0 flex-1 overflow-y-auto bg-surface focus-visible:-outline-offset-2"
      tabIndex={0}
      role="region"
      aria-label="Progress"
    >
      <article className="mx-auto max-w-3xl px-5 py-8 md:px-10 md:py-12">
        <h2 className="display text-3xl">Progress</h2>
        {newest !== undefined && <Run run={newest} />}
        {earlier.length > 0 && (
          <section className="mt-12">
            <h3 className="display border-b border-line pb-2 text-xl">Earlier runs</h3>
            {earlier.map((run) => (
              <details key={run.generationId} className="border-b border-line">
                <summary className="py-3 marker:text-muted">
                  <span className="inline-flex max-w-[calc(100%-1.5rem)] flex-wrap items-baseline gap-x-3 align-top">
                    <span className="line-clamp-1 min-w-0 font-[560] wrap-anywhere">{run.prompt}</span>
                    <RunFigures run={run} />
                  </span>
                </summary>
                <Steps run={run} />
              </details>
            ))}
          </section>
        )}
      </article>
    </div>
  );
}

function Run({ run }: { run: LoopRun }) {
  return (
    <section className="mt-6">
      <h3 className="line-clamp-3 font-[600] wrap-anywhere">{run.prompt}</h3>
      <p className="mt-1">
        <RunFigures run={run} />
      </p>
      <Steps run={run} />
    </section>
  );
}

function RunFigures({ run }: { run: LoopRun }) {
  const isLive = useIsLive(run);
  const now = useNow(isLive, 500);
  const until = run.end === null ? (isLive ? now : lastMoment(run)) : lastMoment(run);
  const { inputTokens, outputTokens, costUsd } = sumOf(run.steps.flatMap(({ agents }) => agents));
  const tokens = inputTokens + outputTokens;
  return (
    <span className="figures text-sm text-muted">
      {run.end === null ? (isLive ? "Under way" : "Waiting") : stateWords[run.end].label} ·{" "}
      {formatDuration(until - Date.parse(run.startedAt))} · {formatCount(run.steps.length, "step")} ·{" "}
      {tokens === 0 ? "no model asked" : `${formatCount(tokens, "token")} · ${formatUsd(costUsd)}`}
    </span>
  );
}

function Steps({ run }: { run: LoopRun }) {
  const isLive = useIsLive(run);
  return (
    <ol className="relative mt-5 pb-4" aria-label="Steps">
      {run.steps.map((step, index) => (
        <StepItem
          key={step.seq}
          step={step}
          generationId={run.generationId}
          isLive={isLive && step.endedAt === null}
          isLast={index === run.steps.length - 1}
        />
      ))}
    </ol>
  );
}

function useIsLive({ generationId }: LoopRun): boolean {
  const { generation } = useProject().view;
  return generation?.id === generationId && isRunning(generation.status);
}

function lastMoment(run: LoopRun): number {
  const last = run.steps.at(-1);
  return Date.parse(last?.endedAt ?? last?.startedAt ?? run.startedAt);
}
