import Split from "lucide-react/icons/split";
import { useMemo } from "react";
import { Badge } from "../components/ui/badge.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { formatClock } from "../lib/format.ts";
import type { TimelineEvent } from "../session/project-view.ts";
import { useProject } from "../session/project-context.ts";

type Decision = Extract<TimelineEvent, { type: "decision.recorded" }>;

/** Everything that was decided for this app, and why; the newest generation first. */
export function DecisionsPane() {
  const { view } = useProject();
  const groups = useMemo(() => groupByGeneration(view.timeline), [view.timeline]);
  if (groups.length === 0) {
    return (
      <EmptyState icon={<Split />} title="No decisions yet">
        What was not said and had to be chosen stands here, with the reason for each choice.
      </EmptyState>
    );
  }
  return (
    <div
      className="min-h-0 flex-1 overflow-y-auto bg-surface focus-visible:-outline-offset-2"
      tabIndex={0}
      role="region"
      aria-label="Decisions"
    >
      <article className="mx-auto max-w-3xl px-5 py-8 md:px-10 md:py-12">
        <h2 className="display text-3xl">Decisions</h2>
        {groups.map(({ generationId, prompt, decisions }) => (
          <section key={generationId} className="mt-8">
            <h3 className="border-b border-line pb-2 font-[600] wrap-anywhere">
              <span className="line-clamp-2">{prompt}</span>
            </h3>
            <ul>
              {decisions.map((decision) => (
                <DecisionRow key={decision.id} decision={decision} />
              ))}
            </ul>
          </section>
        ))}
      </article>
    </div>
  );
}

function DecisionRow({ decision: { actor, ts, data } }: { decision: Decision }) {
  return (
    <li className="border-b border-line py-4 wrap-anywhere last:border-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 text-muted">{data.question}</p>
        <Badge>{actor.id}</Badge>
        <time dateTime={ts} className="font-mono text-xs text-muted">
          {formatClock(ts).slice(0, 8)}
        </time>
      </div>
      <p className="mt-0.5 font-[600]">{data.choice}</p>
      <p className="max-w-prose text-muted">{data.reason}</p>
      {data.alternatives !== undefined && data.alternatives.length > 0 && (
        <p className="max-w-prose text-sm text-muted">Considered instead: {data.alternatives.join("; ")}</p>
      )}
    </li>
  );
}

interface Group {
  generationId: string;
  prompt: string;
  decisions: Decision[];
}

function groupByGeneration(timeline: readonly TimelineEvent[]): Group[] {
  const prompts = new Map<string, string>();
  const groups = new Map<string, Group>();
  for (const event of timeline) {
    if (event.type === "generation.created") prompts.set(event.data.generation.id, event.data.generation.prompt);
    if (event.type !== "decision.recorded") continue;
    const { generationId } = event.data;
    const group = groups.get(generationId) ?? {
      generationId,
      prompt: prompts.get(generationId) ?? "An earlier request",
      decisions: [],
    };
    group.decisions.push(event);
    groups.set(generationId, group);
  }
  return [...groups.values()].toReversed();
}
