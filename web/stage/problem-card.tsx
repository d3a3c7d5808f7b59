import { useMutation, useQueryClient } from "@tanstack/react-query";
import Wrench from "lucide-react/icons/wrench";
import { Link } from "react-router";
import { whenItHappened } from "#protocol/describe-problem.ts";
import { isEndState } from "#protocol/loop-state.ts";
import { Badge, type Tone } from "../components/ui/badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { Problem } from "../lib/api-types.ts";
import { formatAgo } from "../lib/format.ts";
import { useNow } from "../lib/use-now.ts";
import { useProject } from "../session/project-context.ts";
import { api } from "../session/session.ts";
import { whatBecame } from "./problem-words.ts";
import { toast } from "../lib/toast.ts";

const looks: Record<Problem["status"], { tone: Tone; words: string }> = {
  open: { tone: "danger", words: "Open" },
  repairing: { tone: "working", words: "Being repaired" },
  repaired: { tone: "done", words: "Repaired" },
  dismissed: { tone: "neutral", words: "Dismissed" },
};

const kinds: Record<Problem["kind"], string> = {
  exception: "Error of a page",
  rejection: "Error of a page",
  console: "Error of a page",
  request: "A request got no answer",
  response: "A request failed",
  server: "Error of the server",
};

export function ProblemCard({ problem }: { problem: Problem }) {
  const now = useNow(true, 30_000);
  const { tone, words } = looks[problem.status];
  const became = whatBecame(problem);
  return (
    <li className="rounded-lg border border-line bg-raised p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tone}>{words}</Badge>
        <span className="text-xs text-muted">{kinds[problem.kind]}</span>
        <time dateTime={problem.lastAt} className="ml-auto text-xs text-muted">
          {formatAgo(problem.lastAt, now)}
        </time>
      </div>
      <p className="mt-2 font-mono text-sm wrap-anywhere">{problem.message}</p>
      <p className="mt-1.5 max-w-prose wrap-anywhere">{whenItHappened(problem)}</p>
      {became !== null && (
        <p className="mt-1 max-w-prose text-muted">
          {became}{" "}
          {problem.repair?.outcome === "failed" && (
            <Link to={`?tab=handover&generation=${problem.repair.generationId}`} className="text-accent-ink underline">
              What was tried
            </Link>
          )}
        </p>
      )}
      {problem.excerpt.includes("\n") && (
        <details className="mt-2">
          <summary className="w-fit cursor-pointer text-sm text-muted hover:text-ink">Where in the code</summary>
          <pre className="mt-2 overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs" tabIndex={0}>
            {problem.excerpt}
          </pre>
        </details>
      )}
      <Actions problem={problem} />
    </li>
  );
}

function Actions({ problem }: { problem: Problem }) {
  const { projectId, view, canWrite } = useProject();
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: (action: "repair" | "dismiss") =>
      api.send("POST", `/api/v1/projects/${projectId}/problems/${problem.id}/${action}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ["problems", projectId] }),
    onError: (error) => toast.error(errorLine(error)),
  });
  if (!canWrite || problem.status === "repairing" || problem.status === "repaired") return null;
  const busy = view.generation !== null && !isEndState(view.generation.status);
  const again = problem.repair !== null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <Button
        look="primary"
        size="sm"
        disabled={busy || act.isPending}
        busy={act.isPending && act.variables === "repair"}
        onClick={() => act.mutate("repair")}
      >
        <Wrench /> {again ? "Repair again" : "Repair"}
      </Button>
      {problem.status === "open" && (
        <Button
          size="sm"
          disabled={act.isPending}
          busy={act.isPending && act.variables === "dismiss"}
          onClick={() => act.mutate("dismiss")}
        >
          Dismiss
        </Button>
      )}
      {busy && <span className="text-sm text-muted">You can repair it when the present work has ended.</span>}
    </div>
  );
}
