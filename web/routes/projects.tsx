import { useMutation, useQuery } from "@tanstack/react-query";
import Ellipsis from "lucide-react/icons/ellipsis";
import Plus from "lucide-react/icons/plus";
import Trash2 from "lucide-react/icons/trash-2";
import { useState } from "react";
import { Link } from "react-router";
import { toast } from "sonner";
import { AppHeader } from "../components/app-header.tsx";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { ProjectStatusBadge } from "../components/status-badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../components/ui/dialog.tsx";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../components/ui/menu.tsx";
import { Notice } from "../components/ui/notice.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { describeError, errorLine } from "../lib/api-error.ts";
import type { Project } from "../lib/api-types.ts";
import { examples } from "../lib/examples.ts";
import { formatAgo } from "../lib/format.ts";
import { projectsQuery } from "../lib/project-queries.ts";
import { queryClient } from "../lib/query-client.ts";
import { DeletedProjects } from "../projects/deleted-projects.tsx";
import { useNow } from "../lib/use-now.ts";
import { api } from "../session/session.ts";

const moving = new Set<Project["status"]>(["generating", "building"]);

export function Component() {
  const projects = useQuery({
    ...projectsQuery,
    // Cards of running projects move by themselves; a list at rest asks nothing.
    refetchInterval: ({ state }) =>
      state.data?.some((project) => moving.has(project.status)) === true ? 3_000 : false,
  });
  const [leaving, setLeaving] = useState<Project | null>(null);
  return (
    <>
      <title>Projects · NexusGen</title>
      <AppHeader />
      <main id="main" className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 md:px-8 md:py-10">
        <div className="flex items-center justify-between gap-4">
          <h1 className="display text-2xl">Projects</h1>
          {(projects.data?.length ?? 0) > 0 && (
            <Button asChild look="primary">
              <Link to="/projects/new">
                <Plus /> New project
              </Link>
            </Button>
          )}
        </div>
        <div className="mt-6" aria-busy={projects.isPending}>
          {projects.isPending && <LoadingCards />}
          {projects.isError && (
            <LoadFailure error={projects.error} retry={() => void projects.refetch()} busy={projects.isFetching} />
          )}
          {projects.data?.length === 0 && <FirstProject />}
          {projects.data !== undefined && projects.data.length > 0 && (
            <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
              {projects.data.map((project) => (
                <li key={project.id}>
                  <ProjectCard project={project} onDelete={() => setLeaving(project)} />
                </li>
              ))}
            </ul>
          )}
          <DeletedProjects />
        </div>
      </main>
      <DeleteDialog project={leaving} close={() => setLeaving(null)} />
    </>
  );
}

export const ErrorBoundary = RouteErrorScreen;

function ProjectCard({ project, onDelete }: { project: Project; onDelete: () => void }) {
  const now = useNow(true, 30_000);
  return (
    <article className="group relative flex h-full min-h-36 flex-col rounded-lg border border-line bg-surface p-4 shadow-raise transition-colors hover:border-line-strong">
      <div className="flex items-start justify-between gap-2">
        <h2 className="text-lg leading-6 font-[600] wrap-anywhere">
          <Link to={`/projects/${project.id}`} className="after:absolute after:inset-0 after:rounded-lg">
            {project.name}
          </Link>
        </h2>
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
      <div className="mt-auto flex items-center justify-between gap-2 pt-4">
        <ProjectStatusBadge status={project.status} />
        <span className="text-sm text-muted">{formatAgo(project.updatedAt, now)}</span>
      </div>
    </article>
  );
}

function FirstProject() {
  return (
    <section className="drafting grid overflow-hidden rounded-xl border border-line bg-surface md:grid-cols-2">
      <div className="p-7 md:p-10">
        <h2 className="display text-2xl">Describe an app. Use it in half a minute.</h2>
        <p className="mt-3 max-w-prose text-muted">
          Name the things it keeps track of and what matters about them. NexusGen writes a plan, then code that builds,
          and runs it here.
        </p>
        <Button asChild look="primary" size="lg" className="mt-6">
          <Link to="/projects/new">
            <Plus /> Start your first project
          </Link>
        </Button>
      </div>
      <div className="border-t border-line bg-surface p-7 md:border-t-0 md:border-l md:p-10">
        <h3 className="eyebrow">Or begin with one of these</h3>
        <ul className="mt-3 flex flex-col divide-y divide-line">
          {examples.slice(0, 4).map((example) => (
            <li key={example.title}>
              <Link
                to={`/projects/new?prompt=${encodeURIComponent(example.prompt)}`}
                className="-mx-2 block rounded-md px-2 py-2.5 hover:bg-hover"
              >
                <span className="block font-[560]">{example.title}</span>
                <span className="line-clamp-1 text-sm text-muted">{example.prompt}</span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function LoadingCards() {
  return (
    <div role="status" aria-label="Loading your projects" className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {[0, 1, 2].map((index) => (
        <div key={index} className="h-36 rounded-lg border border-line bg-surface p-4">
          <Skeleton className="h-5 w-2/3" />
          <Skeleton className="mt-3 h-4 w-full" />
          <Skeleton className="mt-8 h-5 w-24" />
        </div>
      ))}
    </div>
  );
}

function LoadFailure({ error, retry, busy }: { error: Error; retry: () => void; busy: boolean }) {
  const { title, detail } = describeError(error);
  return (
    <Notice
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

function DeleteDialog({ project, close }: { project: Project | null; close: () => void }) {
  const remove = useMutation({
    mutationFn: (id: string) => api.send("DELETE", `/api/v1/projects/${id}`),
    onSuccess: async () => {
      close();
      await queryClient.invalidateQueries({ queryKey: projectsQuery.queryKey });
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  return (
    <Dialog open={project !== null} onOpenChange={(open) => !open && close()}>
      {project !== null && (
        <DialogContent
          title={`Delete ${project.name}?`}
          description="What runs in it stops. You can restore it for 30 days, with its versions and data; then it is erased."
        >
          <div className="flex justify-end gap-2">
            <DialogClose asChild>
              <Button>Keep it</Button>
            </DialogClose>
            <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate(project.id)}>
              Delete project
            </Button>
          </div>
        </DialogContent>
      )}
    </Dialog>
  );
}
