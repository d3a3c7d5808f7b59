import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "../components/ui/button.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { Project } from "../lib/api-types.ts";
import { formatCount } from "../lib/format.ts";
import { queryClient } from "../lib/query-client.ts";
import { useNow } from "../lib/use-now.ts";
import { deletedProjectsQuery } from "../lib/version-queries.ts";
import { api } from "../session/session.ts";
import { toast } from "../lib/toast.ts";

const day = 24 * 60 * 60 * 1000;

/** What can still be brought back; nothing when there is nothing. */
export function DeletedProjects() {
  const deleted = useQuery(deletedProjectsQuery).data ?? [];
  const now = useNow(true, 60_000);
  const restore = useMutation({
    mutationFn: (id: string) => api.send<Project>("POST", `/api/v1/deleted-projects/${id}/restore`),
    onSuccess: async (project) => {
      toast.success(`${project.name} is back`);
      await queryClient.invalidateQueries({ queryKey: ["projects"] });
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  if (deleted.length === 0) return null;
  return (
    <details className="mt-10 rounded-lg border border-line bg-surface">
      <summary className="cursor-pointer px-4 py-3 text-sm font-[560]">
        Deleted · {formatCount(deleted.length, "project")}
      </summary>
      <ul className="divide-y divide-line border-t border-line">
        {deleted.map((project) => (
          <li key={project.id} className="flex items-center gap-3 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="truncate font-[560]">{project.name}</p>
              <p className="text-sm text-muted">
                Erased in {formatCount(Math.max(1, Math.ceil((Date.parse(project.keptUntil) - now) / day)), "day")}
              </p>
            </div>
            <Button
              size="sm"
              busy={restore.isPending && restore.variables === project.id}
              onClick={() => restore.mutate(project.id)}
            >
              Restore<span className="sr-only"> {project.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
