import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { describeError } from "../lib/api-error.ts";
import type { Problem } from "../lib/api-types.ts";
import { ProblemCard } from "./problem-card.tsx";
import { ProblemSettings } from "./problem-settings.tsx";
import { useProblems } from "./use-problems.ts";

/** What the running app reported, and what is done about it. */
export function ProblemsPane() {
  return (
    <div
      className="min-h-0 flex-1 overflow-y-auto bg-surface focus-visible:-outline-offset-2"
      tabIndex={0}
      aria-label="Problems"
      role="region"
    >
      <article className="mx-auto max-w-3xl px-5 py-8 md:px-10 md:py-12">
        <h2 className="display text-3xl">Problems of the running app</h2>
        <ProblemList />
        <ProblemSettings />
      </article>
    </div>
  );
}

const groups: readonly { title: string; statuses: readonly Problem["status"][] }[] = [
  { title: "To decide", statuses: ["open", "repairing"] },
  { title: "Settled", statuses: ["repaired", "dismissed"] },
];

function ProblemList() {
  const problems = useProblems();
  if (problems.isPending) return <Skeleton className="mt-6 h-40" role="status" aria-label="Loading the problems" />;
  if (problems.isError) {
    const { title, detail } = describeError(problems.error);
    return (
      <EmptyState title={title} actions={<Button onClick={() => void problems.refetch()}>Try again</Button>}>
        {detail}
      </EmptyState>
    );
  }
  const { items } = problems.data;
  if (items.length === 0) {
    return (
      <p className="mt-3 max-w-prose text-muted">
        None so far. Errors of its pages, requests that fail and errors of its server are collected here while you use
        the preview.
      </p>
    );
  }
  return groups.map(({ title, statuses }) => {
    const those = items.filter(({ status }) => statuses.includes(status));
    return (
      those.length > 0 && (
        <section key={title} className="mt-8">
          <h3 className="border-b border-line pb-2 font-[600]">{title}</h3>
          <ul className="flex flex-col gap-4 py-4">
            {those.map((problem) => (
              <ProblemCard key={problem.id} problem={problem} />
            ))}
          </ul>
        </section>
      )
    );
  });
}
