import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Notice } from "../../components/ui/notice.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { describeError } from "../../lib/api-error.ts";
import { requestsQuery } from "../../lib/app-data-queries.ts";
import { classNames } from "../../lib/class-names.ts";
import { useProject } from "../../session/project-context.ts";
import { formatClock } from "../../lib/format.ts";

const filters = [
  { value: "all", label: "All" },
  { value: "api", label: "API" },
  { value: "failed", label: "Failed" },
] as const;
type Filter = (typeof filters)[number]["value"];

/** What the app's server answered while it was used. */
export function RequestsPanel({ openProblems }: { openProblems: () => void }) {
  const { projectId } = useProject();
  const requests = useQuery(requestsQuery(projectId));
  const [filter, setFilter] = useState<Filter>("all");
  if (requests.isPending) return <Skeleton className="h-40" role="status" aria-label="Loading the requests" />;
  if (requests.isError) {
    return (
      <Notice
        tone="danger"
        title={describeError(requests.error).title}
        actions={
          <Button size="sm" onClick={() => void requests.refetch()}>
            Try again
          </Button>
        }
      >
        {describeError(requests.error).detail}
      </Notice>
    );
  }
  const shown = requests.data.items.filter(
    ({ path, status }) => filter === "all" || (filter === "api" ? path.startsWith("/api/") : status >= 400),
  );
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented label="Which requests" value={filter} onChange={setFilter} options={filters} />
        <Button size="sm" look="quiet" onClick={openProblems}>
          Problems
        </Button>
      </div>
      {shown.length === 0 && (
        <p className="text-sm text-muted">
          {filter === "failed"
            ? "None failed lately."
            : "None lately. Use the app, and what its server answers stands here."}
        </p>
      )}
      <ul className="flex flex-col">
        {shown.map(({ at, method, path, status, ms }, index) => (
          <li
            key={`${at} ${index}`}
            className="flex items-baseline gap-2 border-b border-line py-1.5 font-mono text-xs"
          >
            <span
              className={classNames(
                "w-8 shrink-0",
                status >= 500 ? "text-danger-ink" : status >= 400 ? "text-waiting-ink" : "text-done-ink",
              )}
            >
              {status}
            </span>
            <span className="w-11 shrink-0 text-muted">{method}</span>
            <span className="min-w-0 flex-1 wrap-anywhere" title={formatClock(at)}>
              {path}
            </span>
            <span className="figures shrink-0 text-muted">{Math.round(ms)} ms</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
