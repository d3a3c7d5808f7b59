import Ellipsis from "lucide-react/icons/ellipsis";
import Trash2 from "lucide-react/icons/trash-2";
import { Link } from "react-router";
import { AppPicture } from "../components/app-picture.tsx";
import { GenerationStatusBadge, ProjectStatusBadge } from "../components/status-badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../components/ui/menu.tsx";
import type { ListedProject } from "../lib/api-types.ts";
import { projectPicture } from "../lib/dashboard-queries.ts";
import { formatAgo } from "../lib/format.ts";
import { useNow } from "../lib/use-now.ts";

/** Of a project with a run on its way, or waiting for somebody. */
export const runningStatuses = new Set<ListedProject["status"]>(["generating", "building"]);

export function ProjectCard({ project, onDelete }: { project: ListedProject; onDelete: () => void }) {
  const { status, generationStatus } = project;
  const now = useNow(true, 30_000);
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-raise transition-colors hover:border-line-strong">
      <AppPicture
        path={projectPicture(project)}
        revision={`${project.currentVersionId} ${project.status}`}
        className="border-b border-line"
        fallback={
          <span className="display absolute inset-0 grid place-items-center text-3xl text-muted">
            {project.name.charAt(0).toUpperCase()}
          </span>
        }
      />
      <div className="flex flex-1 flex-col p-4">
        <div className="flex items-start justify-between gap-2">
          <h3 className="text-lg leading-6 font-[600] wrap-anywhere">
            <Link to={`/projects/${project.id}`} className="after:absolute after:inset-0 after:rounded-lg">
              {project.name}
            </Link>
          </h3>
          <Menu>
            <MenuTrigger asChild>
              <Button
                look="quiet"
                size="icon"
                aria-label={`More about ${project.name}`}
                className="relative z-10 -mt-1 -mr-1"
              >
                <Ellipsis />
              </Button>
            </MenuTrigger>
            <MenuContent>
              <MenuItem onSelect={onDelete} className="text-danger-ink [&_svg]:text-danger-ink">
                <Trash2 /> Delete…
              </MenuItem>
            </MenuContent>
          </Menu>
        </div>
        {project.description !== "" && (
          <p className="mt-1 line-clamp-2 text-sm text-muted wrap-anywhere">{project.description}</p>
        )}
        <div className="mt-auto flex items-center justify-between gap-2 pt-3">
          {runningStatuses.has(status) && generationStatus !== null ? (
            <GenerationStatusBadge status={generationStatus} />
          ) : (
            <ProjectStatusBadge status={status} />
          )}
          <span className="text-sm text-muted">{formatAgo(project.updatedAt, now)}</span>
        </div>
      </div>
    </article>
  );
}
