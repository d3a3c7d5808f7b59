import { useMutation, useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { defaultDailyRepairs, mostDailyRepairs, type ProblemSettings as Settings } from "#protocol/app-problem.ts";
import { Segmented } from "../components/ui/segmented.tsx";
import { Select } from "../components/ui/select.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { Project } from "../lib/api-types.ts";
import { projectQuery } from "../lib/project-queries.ts";
import { queryClient } from "../lib/query-client.ts";
import { useProject } from "../session/project-context.ts";
import { api } from "../session/session.ts";
import { toast } from "../lib/toast.ts";

const modes = [
  { value: "ask", label: "Ask me" },
  { value: "automatic", label: "Automatic" },
  { value: "off", label: "Off" },
] as const;

const meanings: Record<(typeof modes)[number]["value"], string> = {
  ask: "Problems are collected and shown here; you decide what is repaired.",
  automatic: "A problem of the preview is repaired by itself, once. What it costs counts against the budget as usual.",
  off: "The running app reports nothing.",
};

const limits = [1, 2, defaultDailyRepairs, 5, 10, mostDailyRepairs].map((count) => ({
  value: String(count),
  label: count === 1 ? "1 a day" : `${count} a day`,
}));

/** For the project's admins. */
export function ProblemSettings() {
  const { projectId } = useProject();
  const project = useQuery(projectQuery(projectId)).data;
  const save = useMutation({
    mutationFn: (problems: Settings) =>
      api.send<Project>("PATCH", `/api/v1/projects/${projectId}`, {
        settings: { ...project?.settings, problems },
      }),
    onSuccess: (saved) => queryClient.setQueryData(projectQuery(projectId).queryKey, saved),
    onError: (error) => toast.error(errorLine(error)),
  });
  const productionId = useId();
  if (project?.role !== "admin") return null;
  const settings = save.isPending ? save.variables : (project.settings.problems ?? {});
  const { mode = "ask", production = false, dailyRepairs = defaultDailyRepairs } = settings;
  const change = (over: Settings): void => save.mutate({ ...settings, ...over });
  return (
    <section className="mt-10 border-t border-line pt-6">
      <h3 className="font-[600]">When the running app reports a problem</h3>
      <Segmented
        label="When the running app reports a problem"
        value={mode}
        onChange={(next) => change({ mode: next })}
        options={modes}
        className="mt-3"
      />
      <p className="mt-2 max-w-prose text-sm text-muted">{meanings[mode]}</p>
      {mode === "automatic" && (
        <div className="mt-3 flex items-center gap-3">
          <span className="text-sm">At most</span>
          <Select
            label="Automatic repairs, at most"
            value={String(dailyRepairs)}
            onChange={(count) => change({ dailyRepairs: Number(count) })}
            options={limits}
          />
        </div>
      )}
      {mode !== "off" && (
        <label htmlFor={productionId} className="mt-4 flex max-w-prose items-start gap-2.5 text-sm">
          <input
            id={productionId}
            type="checkbox"
            checked={production}
            onChange={({ currentTarget }) => change({ production: currentTarget.checked })}
            className="mt-0.5 size-4 accent-accent"
          />
          <span>
            From the published app as well
            <span className="block text-muted">It is never repaired without you.</span>
          </span>
        </label>
      )}
      <p className="mt-4 max-w-prose text-sm text-muted">
        A report holds the error’s words, the page and what was clicked: nothing that was typed, no query, no storage.
      </p>
    </section>
  );
}
