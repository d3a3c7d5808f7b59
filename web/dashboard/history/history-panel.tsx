import { useInfiniteQuery } from "@tanstack/react-query";
import CornerUpLeft from "lucide-react/icons/corner-up-left";
import { useDeferredValue } from "react";
import { Link } from "react-router";
import { GenerationStatusBadge } from "../../components/status-badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { errorLine } from "../../lib/api-error.ts";
import type { HistoryEntry } from "../../lib/api-types.ts";
import { historyQuery } from "../../lib/dashboard-queries.ts";
import { formatAgo } from "../../lib/format.ts";
import { useNow } from "../../lib/use-now.ts";

interface HistoryPanelProps {
  search: string;
  setSearch: (search: string) => void;
  /** Puts a prompt into the description again. */
  onTake: (prompt: string) => void;
}

/** Everything that was asked, over all projects, newest first. */
export function HistoryPanel({ search, setSearch, onTake }: HistoryPanelProps) {
  const wanted = useDeferredValue(search.trim());
  const history = useInfiniteQuery(historyQuery(wanted));
  const entries = history.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="p-3">
        <Input
          type="search"
          aria-label="Search the history"
          placeholder="Search prompts and projects"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className="h-9"
        />
      </div>
      <div className="min-h-0 flex-1 overflow-auto px-1.5 pb-4" aria-busy={history.isFetching}>
        {history.isPending && <LoadingHistory />}
        {history.isError && (
          <div role="alert" className="px-2 text-sm">
            <p className="text-danger-ink">{errorLine(history.error)}</p>
            <Button size="sm" className="mt-2" onClick={() => void history.refetch()}>
              Try again
            </Button>
          </div>
        )}
        {history.isSuccess && entries.length === 0 && (
          <p className="px-2 text-sm text-muted">
            {wanted === ""
              ? "What you ask for is listed here, with what became of it. Take a prompt back to vary it."
              : "No prompt and no project holds these words."}
          </p>
        )}
        <ul>
          {entries.map((entry) => (
            <HistoryItem key={entry.id} entry={entry} onTake={onTake} />
          ))}
        </ul>
        {history.hasNextPage && (
          <Button
            look="quiet"
            size="sm"
            className="mx-2 mt-2"
            busy={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            Show more
          </Button>
        )}
      </div>
    </div>
  );
}

function HistoryItem({ entry, onTake }: { entry: HistoryEntry; onTake: (prompt: string) => void }) {
  const now = useNow(true, 60_000);
  const { projectId, projectName, prompt, status, startedAt } = entry;
  return (
    <li className="group relative rounded-md hover:bg-hover has-focus-visible:bg-hover">
      <Link to={`/projects/${projectId}`} className="block rounded-md px-2 py-2 pr-10">
        <span className="line-clamp-2 text-sm wrap-anywhere">{prompt}</span>
        <span className="mt-1 flex items-center gap-2 text-xs text-muted">
          <span className="min-w-0 truncate">{projectName}</span>
          <span className="shrink-0">{formatAgo(startedAt, now)}</span>
          <span className="ml-auto shrink-0">
            <GenerationStatusBadge status={status} />
          </span>
        </span>
      </Link>
      <Button
        look="quiet"
        size="icon"
        aria-label={`Use again: ${prompt.slice(0, 60)}`}
        title="Use this prompt again"
        className="absolute top-1 right-1"
        onClick={() => onTake(prompt)}
      >
        <CornerUpLeft />
      </Button>
    </li>
  );
}

function LoadingHistory() {
  return (
    <div role="status" aria-label="Loading the history" className="flex flex-col gap-3 px-2">
      {[0, 1, 2, 3].map((index) => (
        <Skeleton key={index} className="h-12" />
      ))}
    </div>
  );
}
