import { useQuery } from "@tanstack/react-query";
import AppWindow from "lucide-react/icons/app-window";
import { lazy, Suspense, useMemo, useRef, useState } from "react";
import { isEndState } from "#protocol/loop-state.ts";
import type { FromFrame, PickedElement } from "#protocol/preview-frame.ts";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { Spinner } from "../components/ui/spinner.tsx";
import { describeError } from "../lib/api-error.ts";
import { latestVersionQuery, markedPreviewQuery } from "../lib/element-queries.ts";
import { previewAccessQuery } from "../lib/project-queries.ts";
import { useProject } from "../session/project-context.ts";
import { BuildingScene } from "./building-scene.tsx";
import type { Audit } from "./preview/accessibility-panel.tsx";
import { addressIn } from "./preview/address-in.ts";
import { AddressBar } from "./preview/address-bar.tsx";
import { SidePanel } from "./preview/side-panel.tsx";
import { ToolButtons, toolNames } from "./preview/tool-buttons.tsx";
import { useFrame } from "./preview/use-frame.ts";
import { ModeNote, ModeSelect } from "./preview/mode-select.tsx";
import { useLive } from "./preview/use-live.ts";
import { type PreviewMode, type PreviewTool, previewTools, usePreviewView } from "./preview/use-preview-view.ts";
import { ViewBar } from "./preview/view-bar.tsx";
import { Viewport } from "./preview/viewport.tsx";
import { arrive, placeOf, readTyped, startAt, step, type Visited } from "./preview/visited.ts";
import { ProblemStrip } from "./problem-strip.tsx";
import { toast } from "../lib/toast.ts";

const AccessibilityPanel = lazy(async () => ({
  default: (await import("./preview/accessibility-panel.tsx")).AccessibilityPanel,
}));
const PickPanel = lazy(async () => ({ default: (await import("./preview/pick-panel.tsx")).PickPanel }));
const RequestsPanel = lazy(async () => ({ default: (await import("./preview/requests-panel.tsx")).RequestsPanel }));
const DataPanel = lazy(async () => ({ default: (await import("./preview/data/data-panel.tsx")).DataPanel }));
const SnapshotsPanel = lazy(async () => ({ default: (await import("./preview/snapshots-panel.tsx")).SnapshotsPanel }));

export function PreviewPane({ openProblems }: { openProblems: () => void }) {
  const { view, ready } = useProject();
  const { generation, previewUrl } = view;
  if (previewUrl !== null) {
    return (
      <>
        <RunningApp previewUrl={previewUrl} revision={view.previewRevision} openProblems={openProblems} />
        <ProblemStrip openProblems={openProblems} />
      </>
    );
  }
  if (!ready) return <Waiting words="Loading the project" />;
  if (generation === null) {
    return (
      <Blank>
        <EmptyState icon={<AppWindow />} title="No preview yet">
          Describe the app. When its first version runs, you use it here.
        </EmptyState>
      </Blank>
    );
  }
  if (isEndState(generation.status)) {
    return (
      <Blank>
        <EmptyState title="No preview">
          The work ended before a version could run. The conversation says why, and how to go on.
        </EmptyState>
      </Blank>
    );
  }
  return <BuildingScene generation={generation} />;
}

interface RunningAppProps {
  previewUrl: string;
  revision: number;
  openProblems: () => void;
}

function RunningApp({ previewUrl, revision, openProblems }: RunningAppProps) {
  const { projectId, view: project, canWrite } = useProject();
  const [view, change] = usePreviewView();
  const [visited, setVisited] = useState<Visited>(() => startAt(view.path));
  const [loads, setLoads] = useState(0);
  const frame = useRef<HTMLIFrameElement>(null);
  const mode = view.mode === "live" && !canWrite ? "interactive" : view.mode;
  const tools = toolsFor(mode, canWrite);
  const tool = view.tool !== null && tools.includes(view.tool) ? view.tool : null;
  const picking = tool === "pick";
  const deployed = useQuery({
    ...previewAccessQuery(projectId, previewUrl, revision, mode === "static" ? "static" : "interactive"),
    enabled: mode !== "live",
  });
  const live = useLive(projectId, project.versionId, mode === "live");
  const latest = useQuery({
    ...latestVersionQuery(projectId, `${project.versionNumber} ${revision} ${project.generation?.status}`),
    enabled: picking,
  });
  const marked = useQuery({
    ...markedPreviewQuery(projectId, latest.data?.id ?? ""),
    enabled: picking && latest.data !== undefined,
  });
  const access = picking ? marked : mode === "live" ? live.access : deployed;
  const [picked, setPicked] = useState<PickedElement | null>(null);
  const [audit, setAudit] = useState<Audit | null>(null);
  const url = access.data?.url ?? null;
  const origin = url === null ? null : new URL(url).origin;
  const send = useFrame(frame, origin, onMessage);
  // The frame moves by itself: where it is now is no reason to load it again.
  const opened = useMemo(
    () => (url === null ? null : addressIn(url, placeOf(visited))),
    [url === null, mode === "live" ? live.starts : revision, loads, mode, picking, marked.data?.versionId],
  );

  function onMessage(message: FromFrame): void {
    switch (message.type) {
      case "place":
        setVisited((before) => arrive(before, message.path));
        if (message.path !== view.path) change({ path: message.path });
        // Each page starts without tools.
        if (picking) send({ do: "tool", tool: "pick" });
        if (picking && picked !== null) send({ do: "pick", selector: picked.selector });
        if (tool === "accessibility") send({ do: "audit" });
        break;
      case "picked":
        setPicked(message.element);
        break;
      case "left-picking":
        choose(null);
        break;
      case "audited":
        setAudit(message);
        break;
      case "failed":
        toast.error(message.message);
        break;
      default:
        message satisfies never;
    }
  }

  function choose(next: PreviewTool | null): void {
    setPicked(null);
    setAudit(null);
    if (tool === "accessibility") {
      send({ do: "highlight", selector: null });
      send({ do: "tool", tool: null });
    }
    if (next === "accessibility") send({ do: "audit" });
    // The frame holds a cookie for the marked app: a fresh address leads back.
    if (picking) void deployed.refetch().then(() => setLoads((count) => count + 1));
    change({ tool: next });
  }

  function goTo(next: Visited | null): void {
    if (next === null) return;
    setVisited(next);
    change({ path: placeOf(next) });
    send({ do: "go", path: placeOf(next) });
  }

  function go(typed: string): boolean {
    const path = origin === null ? null : readTyped(typed, origin);
    if (path === null) return false;
    goTo(arrive(visited, path));
    return true;
  }

  async function reload(): Promise<void> {
    await access.refetch();
    setLoads((count) => count + 1);
  }

  const path = placeOf(visited);
  const [back, forward] = [step(visited, -1), step(visited, 1)];
  const pages = (project.prd?.pages ?? []).filter((page) => !/[:*[]/.test(page.path));
  return (
    <>
      <AddressBar
        host={new URL(url ?? previewUrl).host}
        path={path}
        pages={pages}
        go={go}
        back={back && (() => goTo(back))}
        forward={forward && (() => goTo(forward))}
        reload={() => void reload()}
        reloading={access.isFetching}
        openUrl={url === null ? null : addressIn(url, path)}
      />
      <ViewBar
        view={view}
        change={change}
        first={<ModeSelect mode={mode} change={(next) => change({ mode: next, tool: null })} canServe={canWrite} />}
      >
        <ToolButtons tools={tools} open={tool} choose={choose} />
      </ViewBar>
      <ModeNote mode={mode} version={live.number} />
      <div className="flex min-h-0 min-w-0 flex-1 max-md:flex-col">
        {access.isError ? (
          <Blank>
            <EmptyState
              title={describeError(access.error).title}
              actions={
                <Button busy={access.isFetching} onClick={() => void reload()}>
                  Try again
                </Button>
              }
            >
              {describeError(access.error).detail}
            </EmptyState>
          </Blank>
        ) : opened === null ? (
          <Waiting words={picking ? "Preparing the app to be pointed at" : waitingFor[mode]} />
        ) : (
          <Viewport
            key={`${mode === "live" ? live.starts : revision}.${loads}.${opened}`}
            frame={frame}
            url={opened}
            view={view}
            resize={(size) => change({ size })}
          />
        )}
        {tool !== null && (
          <SidePanel title={toolNames[tool]} wide={tool === "data"} close={() => choose(null)}>
            <Suspense fallback={<Spinner />}>
              {tool === "pick" && (
                <PickPanel
                  picked={picked}
                  versionId={marked.data?.versionId ?? null}
                  updating={marked.isPlaceholderData}
                  unchecked={latest.data?.status === "draft" && marked.data?.versionId === latest.data.id}
                  send={send}
                  openData={() => choose("data")}
                />
              )}
              {tool === "data" && <DataPanel changed={() => setLoads((count) => count + 1)} />}
              {tool === "snapshots" && <SnapshotsPanel />}
              {tool === "requests" && <RequestsPanel openProblems={openProblems} />}
              {tool === "accessibility" && (
                <AccessibilityPanel audit={audit} path={path} send={send} done={() => choose(null)} />
              )}
            </Suspense>
          </SidePanel>
        )}
      </div>
    </>
  );
}

const waitingFor: Record<PreviewMode, string> = {
  interactive: "Opening the preview",
  live: "Starting the dev server. The first start takes some seconds",
  static: "Opening what was built",
};

/** Data, snapshots, requests and pointing belong to the deployed app. */
function toolsFor(mode: PreviewMode, canWrite: boolean): readonly PreviewTool[] {
  if (mode !== "interactive") return ["accessibility"];
  return canWrite ? previewTools : previewTools.filter((tool) => tool !== "pick" && tool !== "snapshots");
}

function Blank({ children }: { children: React.ReactNode }) {
  return <div className="drafting grid min-h-0 flex-1 place-items-center overflow-auto">{children}</div>;
}

function Waiting({ words }: { words: string }) {
  return (
    <div className="grid min-h-0 flex-1 place-items-center" role="status">
      <p className="flex items-center gap-2.5 text-sm text-muted">
        <Spinner /> {words}
      </p>
    </div>
  );
}
