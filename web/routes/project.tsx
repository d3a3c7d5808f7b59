import { useQuery } from "@tanstack/react-query";
import ChevronRight from "lucide-react/icons/chevron-right";
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { Link, type LoaderFunctionArgs, useLocation, useParams, useSearchParams } from "react-router";
import { ProjectCommands } from "../commands/project-commands.tsx";
import { AppHeader } from "../components/app-header.tsx";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { GenerationStatusBadge } from "../components/status-badge.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "../components/ui/tabs.tsx";
import { Conversation } from "../conversation/conversation.tsx";
import { classNames } from "../lib/class-names.ts";
import { projectQuery } from "../lib/project-queries.ts";
import { queryClient } from "../lib/query-client.ts";
import { useMediaQuery } from "../lib/use-media-query.ts";
import { useOnceTrue } from "../lib/use-once-true.ts";
import { ProjectProvider, useProject } from "../session/project-context.ts";
import { restoreSession } from "../session/session.ts";
import { ConnectionBanner } from "../stage/connection-banner.tsx";
import { ExportMenu } from "../stage/export-menu.tsx";
import { LoopBar } from "../stage/loop-bar.tsx";
import { LoopControls } from "../stage/loop-controls.tsx";
import { useProblems } from "../stage/use-problems.ts";

// A tab's code comes with its first visit.
const loadPreview = () => import("../stage/preview-pane.tsx");
const PreviewPane = lazy(async () => ({ default: (await loadPreview()).PreviewPane }));
const ChecksPane = lazy(async () => ({ default: (await import("../stage/checks-pane.tsx")).ChecksPane }));
const CodePane = lazy(async () => ({ default: (await import("../stage/code-pane.tsx")).CodePane }));
const ConsolePane = lazy(async () => ({ default: (await import("../stage/console/console-pane.tsx")).ConsolePane }));
const DecisionsPane = lazy(async () => ({ default: (await import("../stage/decisions-pane.tsx")).DecisionsPane }));
const DeployPane = lazy(async () => ({ default: (await import("../stage/deploy/deploy-pane.tsx")).DeployPane }));
const HandoverPane = lazy(async () => ({
  default: (await import("../stage/handover/handover-pane.tsx")).HandoverPane,
}));
const PlanPane = lazy(async () => ({ default: (await import("../stage/plan-pane.tsx")).PlanPane }));
const ProgressPane = lazy(async () => ({
  default: (await import("../stage/progress/progress-pane.tsx")).ProgressPane,
}));
const ProblemsPane = lazy(async () => ({ default: (await import("../stage/problems-pane.tsx")).ProblemsPane }));
const VersionsPane = lazy(async () => ({ default: (await import("../stage/versions-pane.tsx")).VersionsPane }));

export async function loader({ params, request }: LoaderFunctionArgs) {
  // What a project opens with, unless its address says otherwise: its code comes along with its data.
  if (["preview", null].includes(new URL(request.url).searchParams.get("tab"))) void loadPreview();
  // Loaders of nested routes run at once: this one must not ask before the session is back.
  if ((await restoreSession()) === null) return null;
  await queryClient.ensureQueryData(projectQuery(params["projectId"] ?? ""));
  return null;
}

export function Component() {
  const { projectId = "" } = useParams();
  return (
    <ProjectProvider key={projectId} projectId={projectId}>
      <ProjectPage />
    </ProjectProvider>
  );
}

export const ErrorBoundary = RouteErrorScreen;

const panes = [
  "chat",
  "preview",
  "code",
  "versions",
  "console",
  "progress",
  "plan",
  "decisions",
  "checks",
  "deploy",
  "problems",
  "handover",
] as const;
type Pane = (typeof panes)[number];

function ProjectPage() {
  const { projectId, view } = useProject();
  const project = useQuery(projectQuery(projectId)).data;
  const [pane, setPane] = usePane();
  const location = useLocation() as { state: { prompt?: string } | null };
  const [prompt, setPrompt] = useState(location.state?.prompt ?? "");
  const input = useRef<HTMLTextAreaElement>(null);
  const chatId = useId();
  const wide = useMediaQuery("(min-width: 60rem)");
  const shown = wide && pane === "chat" ? "preview" : pane;
  const wasPreviewed = useOnceTrue(shown === "preview");
  const name = project?.name ?? "Project";

  // The project's name and status may change with its generation; the lists show both.
  const status = view.generation?.status;
  useEffect(() => {
    if (status !== undefined) void queryClient.invalidateQueries({ queryKey: ["projects"] });
  }, [status]);

  // On a narrow screen a link may open a tab that the row does not show.
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    tabs.current?.querySelector('[data-state="active"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [shown]);

  return (
    <div className="flex h-dvh flex-col">
      <title>{`${name} · NexusGen`}</title>
      <AppHeader place={<Place name={name} />}>
        <LoopControls />
        <ExportMenu slug={project?.slug ?? "app"} />
      </AppHeader>
      <ProjectCommands
        tabs={panes.filter((name) => !(wide && name === "chat"))}
        openTab={(next) => setPane(next as Pane)}
        focusMessage={() => {
          if (!wide) setPane("chat");
          requestAnimationFrame(() => input.current?.focus());
        }}
        slug={project?.slug ?? "app"}
      />
      <LoopBar />
      <ConnectionBanner />
      <main id="main" className="flex min-h-0 flex-1">
        <Tabs
          value={shown}
          onValueChange={(next) => setPane(next as Pane)}
          className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[2.5rem_minmax(0,1fr)] wide:grid-cols-[minmax(20rem,25rem)_minmax(0,1fr)]"
        >
          <section
            id={chatId}
            role={wide ? undefined : "tabpanel"}
            aria-label="Conversation"
            className={classNames(
              "row-start-2 min-h-0 flex-col wide:row-span-2 wide:row-start-1 wide:border-r wide:border-line",
              wide || shown === "chat" ? "flex" : "hidden",
            )}
          >
            <Conversation prompt={prompt} setPrompt={setPrompt} inputRef={input} openPlan={() => setPane("plan")} />
          </section>
          <TabsList
            ref={tabs}
            aria-label="Stage"
            className="row-start-1 overflow-x-auto overflow-y-hidden border-b border-line bg-surface px-1 wide:col-start-2 wide:px-2"
          >
            {!wide && (
              <TabsTrigger value="chat" aria-controls={chatId}>
                Chat
              </TabsTrigger>
            )}
            <TabsTrigger value="preview">Preview</TabsTrigger>
            <TabsTrigger value="code">Code</TabsTrigger>
            <TabsTrigger value="versions">Versions</TabsTrigger>
            <TabsTrigger value="console">
              Console <ErrorCount />
            </TabsTrigger>
            <TabsTrigger value="progress">Progress</TabsTrigger>
            <TabsTrigger value="plan">Plan</TabsTrigger>
            <TabsTrigger value="decisions">Decisions</TabsTrigger>
            <TabsTrigger value="checks">Checks</TabsTrigger>
            <TabsTrigger value="deploy">Deploy</TabsTrigger>
            {(shown === "handover" || view.generation?.status === "escalated") && (
              <TabsTrigger value="handover">Hand-over</TabsTrigger>
            )}
            <TabsTrigger value="problems">
              Problems <ProblemCount />
            </TabsTrigger>
          </TabsList>
          <div
            className={classNames("row-start-2 min-h-0 min-w-0 wide:col-start-2", shown === "chat" ? "hidden" : "flex")}
          >
            {/* From its first visit on it stays mounted, so that the app in the frame keeps its state behind the other tabs. */}
            <TabsContent value="preview" forceMount className={panel}>
              {wasPreviewed && (
                <Suspense fallback={<PaneLoading />}>
                  <PreviewPane openProblems={() => setPane("problems")} />
                </Suspense>
              )}
            </TabsContent>
            <TabsContent value="code" className={panel}>
              <Suspense fallback={<PaneLoading />}>
                <CodePane />
              </Suspense>
            </TabsContent>
            <TabsContent value="versions" className={panel}>
              <Suspense fallback={<PaneLoading />}>
                <VersionsPane />
              </Suspense>
            </TabsContent>
            <TabsContent value="console" className={panel}>
              <Suspense fallback={<PaneLoading />}>
                <ConsolePane />
              </Suspense>
            </TabsContent>
            <TabsContent value="progress" className={panel}>
              <Suspense fallback={<PaneLoading />}>
                <ProgressPane />
              </Suspense>
            </TabsContent>
            <TabsContent value="plan" className={panel}>
              <Suspense fallback={<PaneLoading />}>
                <PlanPane />
              </Suspense>
            </TabsContent>
            <TabsContent value="decisions" className={panel}>
              <Suspense fallback={<PaneLoading />}>
                <DecisionsPane />
              </Suspense>
            </TabsContent>
            <TabsContent value="checks" className={panel}>
              <Suspense fallback={<PaneLoading />}>
                <ChecksPane />
              </Suspense>
            </TabsContent>
            <TabsContent value="deploy" className={panel}>
              <Suspense fallback={<Skeleton className="m-8 h-40" role="status" aria-label="Loading the deployments" />}>
                <DeployPane />
              </Suspense>
            </TabsContent>
            <TabsContent value="handover" className={panel}>
              <Suspense fallback={<PaneLoading />}>
                <HandoverPane />
              </Suspense>
            </TabsContent>
            <TabsContent value="problems" className={panel}>
              <Suspense fallback={<PaneLoading />}>
                <ProblemsPane />
              </Suspense>
            </TabsContent>
          </div>
        </Tabs>
      </main>
    </div>
  );
}

function PaneLoading() {
  return <Skeleton className="m-4 h-40" role="status" aria-label="Loading the tab" />;
}

const panel = "flex min-h-0 min-w-0 flex-1 flex-col data-[state=inactive]:hidden";

function Place({ name }: { name: string }) {
  const status = useProject().view.generation?.status;
  return (
    <>
      <Link to="/projects" className="ml-1 hidden text-sm text-muted hover:text-ink md:block">
        Projects
      </Link>
      <ChevronRight aria-hidden="true" className="hidden size-3.5 text-muted md:block" />
      <h1 className="min-w-0 truncate text-base font-[600]">{name}</h1>
      {status !== undefined && (
        <span className="hidden sm:flex">
          <GenerationStatusBadge status={status} />
        </span>
      )}
    </>
  );
}

function ErrorCount() {
  const { view } = useProject();
  const errors = view.consoleErrors;
  if (errors === 0) return null;
  return (
    <span className="rounded-sm bg-danger-soft px-1 font-mono text-2xs text-danger-ink">
      {errors > 99 ? "99+" : errors}
      <span className="sr-only"> errors</span>
    </span>
  );
}

function ProblemCount() {
  const open = useProblems().data?.items.filter(({ status }) => status === "open").length ?? 0;
  if (open === 0) return null;
  return (
    <span className="rounded-sm bg-waiting-soft px-1 font-mono text-2xs text-waiting-ink">
      {open}
      <span className="sr-only"> open</span>
    </span>
  );
}

/** The open tab lives in the URL, so a link and a reload show the same thing. Side by side, "chat" shows the preview. */
function usePane(): [Pane, (pane: Pane) => void] {
  const [search, setSearch] = useSearchParams();
  const pane = panes.find((name) => name === search.get("tab")) ?? "chat";
  return [
    pane,
    (next) =>
      setSearch(
        (current) => {
          // What a tab was asked to show belongs to that visit of it.
          for (const name of [
            "generation",
            "file",
            "line",
            "show",
            "agent",
            "at",
            "version",
            "compare",
            "as",
            "q",
            "how",
          ])
            current.delete(name);
          if (next === "chat") current.delete("tab");
          else current.set("tab", next);
          return current;
        },
        { replace: true, preventScrollReset: true },
      ),
  ];
}
