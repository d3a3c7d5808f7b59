import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { deploymentEnvironments, isOpenDeployment } from "#protocol/deployments.ts";
import { Badge } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../../components/ui/dialog.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { errorLine } from "../../lib/api-error.ts";
import type { Deployment, Environment } from "../../lib/api-types.ts";
import { deploymentQuery, deploymentsQuery } from "../../lib/deploy-queries.ts";
import { formatAgo, formatClock } from "../../lib/format.ts";
import { useNow } from "../../lib/use-now.ts";
import { useProject } from "../../session/project-context.ts";
import { environmentNames, statusLooks, triggerWords } from "./deployment-words.ts";
import { useDeploy } from "./use-deploy.ts";

const filters = ["all", ...deploymentEnvironments] as const;
type Filter = (typeof filters)[number];

export function DeploymentHistory({ environments }: { environments: readonly Environment[] }) {
  const { projectId, view, canWrite } = useProject();
  const [search, setSearch] = useSearchParams();
  const filter = filters.find((name) => name === search.get("environment")) ?? "all";
  const list = useInfiniteQuery(deploymentsQuery(projectId, filter, view.deploymentRevision));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const live = new Set(environments.map(({ current }) => current?.id));
  const busy = new Set(environments.filter(({ open }) => open !== null).map(({ environment }) => environment));
  const choose = (next: Filter) =>
    setSearch(
      (current) => {
        if (next === "all") current.delete("environment");
        else current.set("environment", next);
        return current;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <section aria-labelledby="deployments-title">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="deployments-title" className="text-lg font-[600]">
          History
        </h2>
        <Segmented
          label="Environment"
          value={filter}
          onChange={choose}
          options={filters.map((value) => ({ value, label: value === "all" ? "All" : environmentNames[value] }))}
        />
      </div>
      {list.isPending && <Skeleton className="mt-3 h-32" role="status" aria-label="Loading the history" />}
      {list.isError && <p className="mt-3 text-sm text-danger-ink">{errorLine(list.error)}</p>}
      {list.isSuccess && rows.length === 0 && <p className="mt-3 text-sm text-muted">Nothing was deployed here yet.</p>}
      {rows.length > 0 && (
        <ul className="mt-3 divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((row) => (
            <HistoryRow
              key={row.id}
              row={row}
              isLive={live.has(row.id)}
              mayGoBack={
                canWrite && row.environment !== "preview" && row.readyAt !== null && !busy.has(row.environment)
              }
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button className="mt-3" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show earlier ones
        </Button>
      )}
    </section>
  );
}

function HistoryRow({ row, isLive, mayGoBack }: { row: Deployment; isLive: boolean; mayGoBack: boolean }) {
  const now = useNow(true, 30_000);
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const deploy = useDeploy();
  const { tone, words } = statusLooks[row.status];
  const served = row.status === "ready" && !isLive;
  const what = `version ${row.versionNumber} on ${row.environment}`;
  return (
    <li className="p-3 @2xl:px-4" aria-label={`Version ${row.versionNumber}, ${environmentNames[row.environment]}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Badge tone={served ? "neutral" : tone}>{served ? "Was live" : words}</Badge>
        <p className="min-w-0 flex-1 basis-48 truncate text-sm">
          <span className="font-mono text-xs">v{row.versionNumber}</span>{" "}
          <span className="font-[560]">{environmentNames[row.environment]}</span>{" "}
          <span className="text-muted">{row.versionMessage}</span>
        </p>
        <p className="text-xs text-muted">
          {triggerWords[row.trigger]}
          {row.trigger !== "recovery" && row.createdByName !== null && ` · ${row.createdByName}`} ·{" "}
          {formatAgo(row.createdAt, now)}
        </p>
        <span className="flex gap-1">
          {row.environment !== "preview" && (
            <Button size="sm" look="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
              Log<span className="sr-only"> of {what}</span>
            </Button>
          )}
          {served && mayGoBack && (
            <Button size="sm" onClick={() => setAsking(true)}>
              Go back<span className="sr-only"> to {what}</span>
            </Button>
          )}
        </span>
      </div>
      {row.error !== null && <p className="mt-1.5 text-sm text-danger-ink wrap-anywhere">{row.error}</p>}
      {shown && <DeploymentLog row={row} />}
      <Dialog open={asking} onOpenChange={setAsking}>
        {asking && (
          <DialogContent
            title={`Go back to version ${row.versionNumber}?`}
            description={`${environmentNames[row.environment]} serves it again within seconds, with the variables it had. Records stay as they are: changes of the data model since are not undone.`}
          >
            <div className="flex justify-end gap-2">
              <DialogClose asChild>
                <Button look="quiet">Stay</Button>
              </DialogClose>
              <Button
                look="primary"
                busy={deploy.isPending}
                onClick={() =>
                  deploy.mutate(
                    { environment: row.environment === "staging" ? "staging" : "production", from: row.id },
                    { onSettled: () => setAsking(false) },
                  )
                }
              >
                Go back
              </Button>
            </div>
          </DialogContent>
        )}
      </Dialog>
    </li>
  );
}

const levelLooks = { info: "text-ink", warn: "text-waiting-ink", error: "text-danger-ink" } as const;

function DeploymentLog({ row }: { row: Deployment }) {
  const { projectId } = useProject();
  const query = useQuery(deploymentQuery(projectId, row.id, isOpenDeployment(row.status)));
  if (query.isPending) return <Skeleton className="mt-2 h-16" role="status" aria-label="Loading the log" />;
  if (query.isError) return <p className="mt-2 text-sm text-danger-ink">{errorLine(query.error)}</p>;
  const { log } = query.data;
  if (log.length === 0)
    return <p className="mt-2 text-sm text-muted">It has no log: the loop deployed it, whose console tells.</p>;
  return (
    <ol className="mt-2 overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs" aria-label="Log">
      {log.map(({ at, level, text }) => (
        <li key={`${at} ${text}`} className={levelLooks[level]}>
          <time className="text-muted" dateTime={at}>
            {formatClock(at)}
          </time>{" "}
          <span className="wrap-anywhere whitespace-pre-wrap">{text}</span>
        </li>
      ))}
    </ol>
  );
}
