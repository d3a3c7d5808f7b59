import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import ArrowLeft from "lucide-react/icons/arrow-left";
import Wrench from "lucide-react/icons/wrench";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { AppHeader } from "../components/app-header.tsx";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { Notice } from "../components/ui/notice.tsx";
import { Segmented } from "../components/ui/segmented.tsx";
import { Select } from "../components/ui/select.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { FixCard } from "../fixes/fix-card.tsx";
import { ForgetDialog } from "../fixes/forget-dialog.tsx";
import { describeError } from "../lib/api-error.ts";
import type { FixFilter, KnownFix, KnownFixes } from "../lib/api-types.ts";
import { formatCount } from "../lib/format.ts";
import { useNow } from "../lib/use-now.ts";
import { fixesQuery, workspacesQuery } from "../lib/workspace-queries.ts";

const states = [
  { value: "all", label: "All" },
  { value: "active", label: "In use" },
  { value: "quarantined", label: "Quarantined" },
] as const;
const origins = [
  { value: "all", label: "Made by anyone" },
  { value: "rule", label: "Made by a rule" },
  { value: "model", label: "Made by a model" },
  { value: "person", label: "Made by a person" },
] as const;

export function Component() {
  const { workspaceId = "" } = useParams();
  const [filter, setFilter] = useState<FixFilter>({ state: "all", origin: "all" });
  const [leaving, setLeaving] = useState<KnownFix | null>(null);
  const workspaces = useQuery(workspacesQuery);
  const fixes = useInfiniteQuery(fixesQuery(workspaceId, filter));
  const now = useNow(true, 60_000);
  const role = workspaces.data?.find(({ id }) => id === workspaceId)?.role;
  const governs = role === "owner" || role === "admin";
  const items = fixes.data?.pages.flatMap((page) => page.items) ?? [];
  const totals = fixes.data?.pages[0]?.totals;
  return (
    <>
      <title>Fix cache · NexusGen</title>
      <AppHeader />
      <main id="main" className="mx-auto w-full max-w-3xl flex-1 px-4 py-8 md:px-8 md:py-10">
        <Link
          to="/settings"
          className="inline-flex items-center gap-1.5 text-sm text-muted hover:text-ink [&_svg]:size-4"
        >
          <ArrowLeft /> Settings
        </Link>
        <h1 className="display mt-3 text-2xl">Fix cache</h1>
        <p className="mt-2 max-w-prose text-muted">
          Repairs after which an app of this workspace built and passed its tests. When the same fault comes up again,
          they are tried before anything else, and cost no tokens.
        </p>
        {totals && totals.fixes > 0 && <Totals totals={totals} />}
        {totals?.fixes !== 0 && (
          <div className="mt-6 flex flex-wrap items-center gap-3">
            <Segmented
              label="Show"
              value={filter.state}
              onChange={(state) => setFilter({ ...filter, state })}
              options={states}
            />
            <Select
              label="Made by"
              value={filter.origin}
              onChange={(origin) => setFilter({ ...filter, origin })}
              options={origins}
            />
          </div>
        )}
        <div className="mt-4 border-t border-line" aria-busy={fixes.isPending}>
          {fixes.isPending && <Loading />}
          {fixes.isError && <Failure error={fixes.error} retry={() => void fixes.refetch()} busy={fixes.isFetching} />}
          {totals?.fixes === 0 && <Nothing />}
          {totals !== undefined && totals.fixes > 0 && items.length === 0 && (
            <EmptyState title="No fix is like that">Choose another filter above.</EmptyState>
          )}
          <ul className="divide-y divide-line">
            {items.map((fix) => (
              <li key={fix.id}>
                <FixCard fix={fix} now={now} onForget={governs ? () => setLeaving(fix) : undefined} />
              </li>
            ))}
          </ul>
          {fixes.hasNextPage && (
            <Button className="mt-5" busy={fixes.isFetchingNextPage} onClick={() => void fixes.fetchNextPage()}>
              Show more
            </Button>
          )}
        </div>
      </main>
      <ForgetDialog workspaceId={workspaceId} fix={leaving} close={() => setLeaving(null)} />
    </>
  );
}

export const ErrorBoundary = RouteErrorScreen;

function Totals({ totals }: { totals: KnownFixes["totals"] }) {
  const figures = [
    { term: "Known", value: formatCount(totals.fixes, "fix", "fixes") },
    { term: "Helped", value: formatCount(totals.successes, "time") },
    { term: "Failed", value: formatCount(totals.failures, "time") },
    { term: "Quarantined", value: formatCount(totals.quarantined, "fix", "fixes") },
  ];
  return (
    <dl className="mt-6 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
      {figures.map(({ term, value }) => (
        <div key={term}>
          <dt className="text-sm text-muted">{term}</dt>
          <dd className="display text-xl">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Nothing() {
  return (
    <EmptyState icon={<Wrench />} title="Nothing learned yet">
      When a build breaks and is mended, and the tests pass, the repair is kept here: made by a rule, by a model or by
      you.
    </EmptyState>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Loading the fix cache" className="flex flex-col gap-8 py-6">
      {[0, 1, 2].map((index) => (
        <div key={index}>
          <Skeleton className="h-5 w-1/3" />
          <Skeleton className="mt-3 h-4 w-4/5" />
          <Skeleton className="mt-3 h-4 w-3/5" />
        </div>
      ))}
    </div>
  );
}

function Failure({ error, retry, busy }: { error: Error; retry: () => void; busy: boolean }) {
  const { title, detail } = describeError(error);
  return (
    <Notice
      className="mt-5"
      tone="danger"
      role="alert"
      title={title}
      actions={
        <Button busy={busy} onClick={retry}>
          Try again
        </Button>
      }
    >
      {detail}
    </Notice>
  );
}
