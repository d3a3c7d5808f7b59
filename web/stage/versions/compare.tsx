import { useQuery } from "@tanstack/react-query";
import ArrowLeft from "lucide-react/icons/arrow-left";
import ArrowRightLeft from "lucide-react/icons/arrow-right-left";
import { lazy, Suspense } from "react";
import { Link, useSearchParams } from "react-router";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { Spinner } from "../../components/ui/spinner.tsx";
import { classNames } from "../../lib/class-names.ts";
import { describeError } from "../../lib/api-error.ts";
import type { FileDiff } from "../../lib/api-types.ts";
import { formatCount } from "../../lib/format.ts";
import { versionDiffQuery } from "../../lib/version-queries.ts";
import { useProject } from "../../session/project-context.ts";
import { DiffView } from "../diff-view.tsx";

/** Files whose hunks are drawn at once: a thousand would keep the page busy. */
const mostFiles = 60;

interface CompareProps {
  from: number;
  to: number;
  onClose: () => void;
  /** Another pair, `A..B`. */
  onPick: (pair: string) => void;
}

const SideBySide = lazy(async () => ({ default: (await import("./side-by-side.tsx")).SideBySide }));

const ways = [
  { value: "code", label: "Code" },
  { value: "apps", label: "Side by side" },
] as const;

export function Compare({ from, to, onClose, onPick }: CompareProps) {
  const { projectId } = useProject();
  const [search, setSearch] = useSearchParams();
  const way = search.get("as") === "apps" ? "apps" : "code";
  const diff = useQuery({ ...versionDiffQuery(projectId, from, to), enabled: way === "code" });
  const show = (next: "code" | "apps"): void =>
    setSearch(
      (current) => {
        if (next === "code") for (const name of ["as", "at"]) current.delete(name);
        else current.set("as", next);
        return current;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-2">
        <Button size="sm" look="quiet" onClick={onClose}>
          <ArrowLeft /> All versions
        </Button>
        <h2 className="min-w-0 flex-1 text-sm font-[560] max-sm:basis-full max-sm:text-center">
          From version {from} to version {to}
        </h2>
        <Segmented label="What is compared" value={way} onChange={show} options={ways} />
        <Button size="sm" onClick={() => onPick(`${to}..${from}`)}>
          <ArrowRightLeft /> Swap
        </Button>
      </div>
      {way === "apps" && (
        <Suspense fallback={<Spinner className="m-6" />}>
          <SideBySide key={`${from}..${to}`} from={from} to={to} />
        </Suspense>
      )}
      <div className={classNames("min-h-0 flex-1 overflow-auto", way === "apps" && "hidden")}>
        {diff.isPending && (
          <div role="status" aria-label="Comparing" className="flex flex-col gap-3 p-5">
            {[60, 80, 50, 70].map((width) => (
              <Skeleton key={width} className="h-4" style={{ width: `${width}%` }} />
            ))}
          </div>
        )}
        {diff.isError && (
          <EmptyState
            title={describeError(diff.error).title}
            actions={<Button onClick={() => void diff.refetch()}>Try again</Button>}
          >
            {describeError(diff.error).detail}
          </EmptyState>
        )}
        {diff.data !== undefined && <Changes files={diff.data.files} to={to} />}
      </div>
    </div>
  );
}

function Changes({ files, to }: { files: readonly FileDiff[]; to: number }) {
  const [search] = useSearchParams();
  if (files.length === 0) return <EmptyState title="No difference">Both have the same files.</EmptyState>;
  const added = files.reduce((sum, file) => sum + file.additions, 0);
  const removed = files.reduce((sum, file) => sum + file.deletions, 0);
  const wanted = search.get("file");
  const shown = files.toSorted((a, b) => Number(b.path === wanted) - Number(a.path === wanted)).slice(0, mostFiles);
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4 px-4 py-4 md:px-6">
      <p role="status" className="text-sm text-muted">
        {formatCount(files.length, "file")} changed, <span className="text-done-ink">+{added}</span>{" "}
        <span className="text-danger-ink">−{removed}</span>
        {files.length > shown.length && `. The first ${shown.length} are shown.`}
      </p>
      {shown.map((file) => (
        <div key={file.path} className="flex flex-col gap-1">
          <DiffView file={file} />
          {file.status !== "deleted" && (
            <Link
              to={`?tab=code&version=${to}&file=${encodeURIComponent(file.path)}`}
              className="self-end text-xs text-muted hover:text-ink hover:underline"
            >
              Open {file.path.split("/").at(-1)} in version {to}
            </Link>
          )}
        </div>
      ))}
    </div>
  );
}
