import { useQuery } from "@tanstack/react-query";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useEffect, useId, useRef, useState } from "react";
import { Link, type LoaderFunctionArgs, useLocation, useParams } from "react-router";
import { ProjectCommands } from "../commands/project-commands.tsx";
import { AppHeader } from "../components/app-header.tsx";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { GenerationStatusBadge } from "../components/status-badge.tsx";
import { Tabs } from "../components/ui/tabs.tsx";
import { Conversation } from "../conversation/conversation.tsx";
import { classNames } from "../lib/class-names.ts";
import { projectQuery } from "../lib/project-queries.ts";
import { queryClient } from "../lib/query-client.ts";
import { useMediaQuery } from "../lib/use-media-query.ts";
import { ProjectProvider, useProject } from "../session/project-context.ts";
import { restoreSession } from "../session/session.ts";
import { ConnectionBanner } from "../stage/connection-banner.tsx";
import { ExportMenu } from "../stage/export-menu.tsx";
import { LoopBar } from "../stage/loop-bar.tsx";
import { LoopControls } from "../stage/loop-controls.tsx";
import { loadPreview, StagePanels } from "../stage/stage-panels.tsx";
import { StageTabs } from "../stage/stage-tabs.tsx";
import { type Pane, panes, usePane } from "../stage/use-pane.ts";

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
  const name = project?.name ?? "Project";

  // The project's name and status may change with its generation; the lists show both.
  const status = view.generation?.status;
  useEffect(() => {
    if (status !== undefined) void queryClient.invalidateQueries({ queryKey: ["projects"] });
  }, [status]);

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
          <StageTabs shown={shown} chatId={wide ? null : chatId} />
          <div
            className={classNames("row-start-2 min-h-0 min-w-0 wide:col-start-2", shown === "chat" ? "hidden" : "flex")}
          >
            <StagePanels shown={shown} open={setPane} />
          </div>
        </Tabs>
      </main>
    </div>
  );
}

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
