import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "../components/ui/button.tsx";
import { Field } from "../components/ui/field.tsx";
import { Input } from "../components/ui/input.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { Workspace, WorkspaceUsage } from "../lib/api-types.ts";
import { formatCount, formatNumber, formatUsd } from "../lib/format.ts";
import { queryClient } from "../lib/query-client.ts";
import { workspacesQuery, workspaceUsageQuery } from "../lib/workspace-queries.ts";
import { api } from "../session/session.ts";
import { toast } from "../lib/toast.ts";

export function MonthlyBudget({ workspace }: { workspace: Workspace }) {
  const usage = useQuery(workspaceUsageQuery(workspace.id));
  const governs = workspace.role === "owner" || workspace.role === "admin";
  return (
    <div className="flex flex-col gap-5">
      {usage.isPending && <Skeleton className="h-24" role="status" aria-label="Loading what was spent" />}
      {usage.isError && <p className="text-sm text-danger-ink">{errorLine(usage.error)}</p>}
      {usage.data && <Spent usage={usage.data} />}
      {governs && <LimitForm workspace={workspace} />}
    </div>
  );
}

function Spent({ usage }: { usage: WorkspaceUsage }) {
  const { budgetUsd, spentUsd, heldUsd, sources, generations } = usage;
  const lost = generations.notCounted.reduce((sum, { count }) => sum + count, 0);
  return (
    <div>
      <p>
        <span className="display text-2xl">{formatUsd(spentUsd)}</span>
        <span className="ml-1 text-muted">
          {budgetUsd === null ? " spent, no limit" : ` of ${formatUsd(budgetUsd)} spent`}
        </span>
      </p>
      {budgetUsd !== null && <Meter budgetUsd={budgetUsd} spentUsd={spentUsd} heldUsd={heldUsd} />}
      {heldUsd > 0 && <p className="mt-1.5 text-sm text-muted">Calls under way may cost up to {formatUsd(heldUsd)}.</p>}
      <dl className="mt-3 flex flex-col gap-1 text-sm">
        {sources.map((source) => (
          <div key={source.keySource} className="flex flex-wrap justify-between gap-x-4">
            <dt>{source.keySource === "workspace" ? "With your own keys" : "With the platform’s keys"}</dt>
            <dd className="text-muted">
              {formatUsd(source.costUsd)} · {formatCount(source.calls, "call")} ·{" "}
              {formatCount(source.inputTokens + source.outputTokens, "token")}
            </dd>
          </div>
        ))}
        <div className="flex flex-wrap justify-between gap-x-4">
          <dt>Generations</dt>
          <dd className="text-muted">
            {formatNumber(generations.counted)}
            {lost > 0 && `, and ${lost} lost that do not count`}
          </dd>
        </div>
      </dl>
    </div>
  );
}

function Meter({ budgetUsd, spentUsd, heldUsd }: { budgetUsd: number; spentUsd: number; heldUsd: number }) {
  const share = (usd: number) => `${budgetUsd === 0 ? 100 : Math.min(100, (usd / budgetUsd) * 100)}%`;
  const nearlyGone = spentUsd >= budgetUsd * 0.8;
  return (
    <div
      role="meter"
      aria-label="Spent of this month’s limit"
      aria-valuemin={0}
      aria-valuemax={budgetUsd}
      aria-valuenow={Math.min(spentUsd, budgetUsd)}
      aria-valuetext={`${formatUsd(spentUsd)} of ${formatUsd(budgetUsd)}`}
      className="relative mt-2 h-2 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset"
    >
      <div className="absolute inset-y-0 left-0 bg-accent-line" style={{ width: share(spentUsd + heldUsd) }} />
      <div
        className={`absolute inset-y-0 left-0 ${nearlyGone ? "bg-danger" : "bg-accent"}`}
        style={{ width: share(spentUsd) }}
      />
    </div>
  );
}

function LimitForm({ workspace }: { workspace: Workspace }) {
  const stored = workspace.monthlyBudgetUsd === null ? "" : String(workspace.monthlyBudgetUsd);
  const [text, setText] = useState(stored);
  const save = useMutation({
    mutationFn: (monthlyBudgetUsd: number | null) =>
      api.send<Workspace>("PATCH", `/api/v1/workspaces/${workspace.id}`, { monthlyBudgetUsd }),
    onSuccess: async (saved) => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: workspacesQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: workspaceUsageQuery(workspace.id).queryKey }),
      ]);
      toast.success(saved.monthlyBudgetUsd === null ? "Limit removed" : "Limit saved");
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  const value = text.trim() === "" ? null : Number(text);
  const problem = value !== null && !(value >= 0 && value <= 100_000) ? "Enter dollars, from 0 to 100,000." : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problem === undefined) save.mutate(value);
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={submit} noValidate>
      <Field label="Limit for a month, in dollars" hint="Empty: no limit." problem={problem}>
        {(ids) => (
          <Input
            {...ids}
            inputMode="decimal"
            autoComplete="off"
            className="max-w-40"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="submit"
        className="self-start"
        disabled={text.trim() === stored || problem !== undefined}
        busy={save.isPending}
      >
        Save limit
      </Button>
    </form>
  );
}
