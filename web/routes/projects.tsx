import { useMutation, useQuery } from "@tanstack/react-query";
import PanelLeft from "lucide-react/icons/panel-left";
import PenLine from "lucide-react/icons/pen-line";
import { useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useCommands } from "../commands/command-store.ts";
import { AppHeader } from "../components/app-header.tsx";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { Button } from "../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../components/ui/dialog.tsx";
import { Notice } from "../components/ui/notice.tsx";
import { Sheet } from "../components/ui/sheet.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { Composer } from "../dashboard/composer.tsx";
import { HistoryPanel } from "../dashboard/history/history-panel.tsx";
import { useHistoryPanel } from "../dashboard/history/use-history-panel.ts";
import { ProjectCard, runningStatuses } from "../dashboard/project-card.tsx";
import { TemplateStrip } from "../dashboard/template-strip.tsx";
import { describeError, errorLine } from "../lib/api-error.ts";
import type { Project } from "../lib/api-types.ts";
import { projectsQuery } from "../lib/project-queries.ts";
import { queryClient } from "../lib/query-client.ts";
import { DeletedProjects } from "../projects/deleted-projects.tsx";
import { api } from "../session/session.ts";
import { toast } from "../lib/toast.ts";

export function Component() {
  const projects = useQuery({
    ...projectsQuery,
    // Cards of running projects move by themselves; a list at rest asks nothing.
    refetchInterval: ({ state }) =>
      state.data?.some((project) => runningStatuses.has(project.status)) === true ? 3_000 : false,
  });
  const [leaving, setLeaving] = useState<Project | null>(null);
  const [prompt, setPrompt] = useState("");
  const input = useRef<HTMLTextAreaElement>(null);
  const history = useHistoryPanel();
  const [params, setParams] = useSearchParams();
  const search = params.get("history") ?? "";

  useCommands("dashboard", [
    {
      id: "describe",
      title: "Describe a new app",
      group: "App",
      icon: PenLine,
      keywords: ["prompt", "write"],
      shortcut: "describe",
      run: () => input.current?.focus(),
    },
    {
      id: "history",
      title: history.isOpen ? "Hide the history" : "Show the history",
      group: "App",
      icon: PanelLeft,
      keywords: ["prompts", "past"],
      shortcut: "history",
      run: () => history.setOpen(!history.isOpen),
    },
  ]);

  const panel = (
    <HistoryPanel
      search={search}
      setSearch={(words) => setParams(words === "" ? {} : { history: words }, { replace: true })}
      onTake={(taken) => {
        setPrompt(taken);
        if (!history.isWide) history.setOpen(false);
        requestAnimationFrame(() => input.current?.focus());
      }}
    />
  );
  return (
    <>
      <title>Projects · NexusGen</title>
      <AppHeader />
      <div className="flex flex-1">
        {history.isWide ? (
          history.isOpen && (
            <aside
              aria-label="History"
              className="sticky top-(--header-height) flex h-[calc(100dvh-var(--header-height))] w-72 shrink-0 flex-col border-r border-line bg-surface"
            >
              {panel}
            </aside>
          )
        ) : (
          <Sheet title="History" open={history.isOpen} onOpenChange={history.setOpen}>
            {panel}
          </Sheet>
        )}
        <main id="main" className="mx-auto w-full max-w-6xl min-w-0 flex-1 px-4 py-6 md:px-8 md:py-8">
          <Button
            look="quiet"
            size="sm"
            aria-expanded={history.isOpen}
            onClick={() => history.setOpen(!history.isOpen)}
            className="-ml-2.5"
          >
            <PanelLeft /> History
          </Button>
          <div className="mx-auto mt-4 max-w-3xl md:mt-8">
            <h1 className="display mb-5 text-3xl">What do you want to build?</h1>
            <Composer prompt={prompt} setPrompt={setPrompt} inputRef={input} />
            <div className="mt-10">
              <TemplateStrip />
            </div>
          </div>
          <section aria-labelledby="projects" aria-busy={projects.isPending} className="mt-12">
            <h2 id="projects" className="display text-2xl">
              Projects
            </h2>
            <div className="mt-4">
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
          </section>
        </main>
      </div>
      <DeleteDialog project={leaving} close={() => setLeaving(null)} />
    </>
  );
}

export const ErrorBoundary = RouteErrorScreen;

const lessons = [
  {
    title: "Name what it keeps",
    words: "Bikes, repairs, customers: each becomes a list with a page and a form of its own.",
  },
  {
    title: "Say what matters about each",
    words: "A status, a due date, a price. “Repairs: title, customer, status (open, done), due date” is enough.",
  },
  {
    title: "Change anything afterwards",
    words: "Ask for a board, another colour, people who sign in. Each request makes a version you can go back to.",
  },
] as const;

function FirstProject() {
  return (
    <div className="drafting rounded-xl border border-line bg-surface p-6 md:p-8">
      <p className="font-[600]">Your first app is one description away.</p>
      <ol className="mt-5 grid gap-6 md:grid-cols-3">
        {lessons.map(({ title, words }, at) => (
          <li key={title} className="border-t-2 border-accent pt-3">
            <p className="figures text-sm text-muted">{at + 1}</p>
            <p className="font-[600]">{title}</p>
            <p className="mt-1 text-sm text-muted">{words}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}

function LoadingCards() {
  return (
    <div role="status" aria-label="Loading your projects" className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {[0, 1, 2].map((index) => (
        <div key={index} className="overflow-hidden rounded-lg border border-line bg-surface">
          <Skeleton className="aspect-[16/10]" />
          <div className="p-4">
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="mt-3 h-4 w-full" />
          </div>
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
      toast.success(`${project?.name ?? "The project"} was deleted`);
      close();
      await queryClient.invalidateQueries({ queryKey: projectsQuery.queryKey });
      await queryClient.invalidateQueries({ queryKey: ["history"] });
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
