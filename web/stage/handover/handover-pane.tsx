import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { isEndState } from "#protocol/loop-state.ts";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { ApiError, describeError } from "../../lib/api-error.ts";
import { handoverQuery } from "../../lib/project-queries.ts";
import { useProject } from "../../session/project-context.ts";
import type { TimelineEvent } from "../../session/project-view.ts";
import { HandoverPage } from "./handover-page.tsx";

/** Where the loop gave up and a person goes on. `?generation=` names which time; the newest otherwise. */
export function HandoverPane() {
  const { view, caughtUp } = useProject();
  const named = useSearchParams()[0].get("generation");
  const newest = view.timeline.findLast((event) => event.type === "generation.escalated");
  const generationId = named ?? (newest?.type === "generation.escalated" ? newest.data.generation.id : null);
  return (
    <div
      className="min-h-0 flex-1 overflow-y-auto bg-surface focus-visible:-outline-offset-2"
      tabIndex={0}
      role="region"
      aria-label="Hand-over"
    >
      {generationId !== null ? (
        <Loaded key={generationId} generationId={generationId} />
      ) : caughtUp ? (
        <EmptyState title="Nothing was handed over">
          When the loop cannot mend a failure, what it tried stands here, and how you can go on.
        </EmptyState>
      ) : (
        <Loading />
      )}
    </div>
  );
}

function Loaded({ generationId }: { generationId: string }) {
  const { timeline, generation } = useProject().view;
  const told = timeline.filter(({ type }) => type === "generation.escalated" || type === "handover.settled");
  const isTold = told.some((event) => idOf(event) === generationId);
  const handover = useQuery({
    ...handoverQuery(generationId, told.length),
    // The event may be here before the account can be read.
    ...(isTold && { retry: (failures: number) => failures < 10, retryDelay: 500 }),
  });
  if (handover.isPending) return <Loading />;
  if (handover.isError) {
    if (handover.error instanceof ApiError && handover.error.status === 404) {
      const isUnderWay = generation?.id === generationId && !isEndState(generation.status);
      return isUnderWay ? (
        <EmptyState title="This work is under way">If it needs your help, what was tried will stand here.</EmptyState>
      ) : (
        <EmptyState title="This work was not handed over">
          It ended in another way; the conversation says how.
        </EmptyState>
      );
    }
    const { title, detail } = describeError(handover.error);
    return (
      <EmptyState title={title} actions={<Button onClick={() => void handover.refetch()}>Try again</Button>}>
        {detail}
      </EmptyState>
    );
  }
  return <HandoverPage handover={handover.data} />;
}

function idOf(event: TimelineEvent): string | null {
  if (event.type === "generation.escalated") return event.data.generation.id;
  return event.type === "handover.settled" ? event.data.generationId : null;
}

function Loading() {
  return <Skeleton className="mx-auto mt-12 h-60 max-w-3xl" role="status" aria-label="Loading the hand-over" />;
}
