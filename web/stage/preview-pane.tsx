import { useQuery } from "@tanstack/react-query";
import ExternalLink from "lucide-react/icons/external-link";
import Maximize2 from "lucide-react/icons/maximize-2";
import Monitor from "lucide-react/icons/monitor";
import RotateCw from "lucide-react/icons/rotate-cw";
import Smartphone from "lucide-react/icons/smartphone";
import Tablet from "lucide-react/icons/tablet";
import { useRef, useState } from "react";
import { isEndState } from "#protocol/loop-state.ts";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { Segmented } from "../components/ui/segmented.tsx";
import { Spinner } from "../components/ui/spinner.tsx";
import { describeError } from "../lib/api-error.ts";
import { previewAccessQuery } from "../lib/project-queries.ts";
import { useSize } from "../lib/use-size.ts";
import { useProject } from "../session/project-context.ts";
import { ProblemStrip } from "./problem-strip.tsx";
import { BuildingScene } from "./building-scene.tsx";

const devices = [
  { value: "fit", name: "Fit the space", label: <Maximize2 /> },
  { value: "375", name: "Phone, 375 px", label: <Smartphone /> },
  { value: "768", name: "Tablet, 768 px", label: <Tablet /> },
  { value: "1440", name: "Desktop, 1440 px", label: <Monitor /> },
] as const;
type Device = (typeof devices)[number]["value"];

export function PreviewPane({ openProblems }: { openProblems: () => void }) {
  const { view, ready } = useProject();
  const { generation, previewUrl } = view;
  if (previewUrl !== null) {
    return (
      <>
        <Frame previewUrl={previewUrl} revision={view.previewRevision} />
        <ProblemStrip openProblems={openProblems} />
      </>
    );
  }
  if (!ready) return <Waiting words="Loading the project" />;
  if (generation === null) {
    return (
      <Blank>
        <EmptyState title="No preview yet">Describe the app. When its first version runs, you use it here.</EmptyState>
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

function Frame({ previewUrl, revision }: { previewUrl: string; revision: number }) {
  const { projectId } = useProject();
  const [device, setDevice] = useState<Device>("fit");
  const [loads, setLoads] = useState(0);
  const access = useQuery(previewAccessQuery(projectId, previewUrl, revision));
  const host = safeHost(access.data?.url ?? previewUrl);

  async function reload(): Promise<void> {
    await access.refetch();
    setLoads((count) => count + 1);
  }

  return (
    <>
      <div className="flex items-center gap-1.5 border-b border-line bg-surface px-2 py-1.5">
        <Button
          look="quiet"
          size="icon"
          aria-label="Reload the preview"
          title="Reload"
          busy={access.isFetching}
          onClick={() => void reload()}
        >
          <RotateCw />
        </Button>
        <p className="min-w-0 flex-1 truncate rounded-md bg-sunken px-3 py-1.5 font-mono text-xs text-muted">{host}</p>
        <Segmented
          label="Preview width"
          value={device}
          onChange={setDevice}
          options={devices}
          className="max-md:hidden"
        />
        {access.data !== undefined && (
          <Button asChild look="quiet" size="icon">
            <a
              href={access.data.url}
              target="_blank"
              rel="noreferrer"
              aria-label="Open the preview in a new tab"
              title="Open in a new tab"
            >
              <ExternalLink />
            </a>
          </Button>
        )}
      </div>
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
      ) : access.data === undefined ? (
        <Waiting words="Opening the preview" />
      ) : (
        <Viewport key={`${revision}.${loads}`} url={access.data.url} device={device} />
      )}
    </>
  );
}

/** A device wider than the stage is drawn at its own width and scaled down. */
function Viewport({ url, device }: { url: string; device: Device }) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const [loaded, setLoaded] = useState(false);
  const wanted = device === "fit" ? width : Number(device);
  const scale = wanted === 0 ? 1 : Math.min(1, width / wanted);
  return (
    <div ref={box} className="relative min-h-0 flex-1 overflow-hidden bg-sunken">
      {!loaded && (
        <div className="absolute inset-0 grid place-items-center" role="status" aria-label="The app is loading">
          <Spinner className="size-5 text-accent-ink" />
        </div>
      )}
      <iframe
        title="Preview of your app"
        src={url}
        onLoad={() => setLoaded(true)}
        sandbox="allow-scripts allow-forms allow-same-origin allow-popups allow-downloads allow-modals"
        className={`absolute top-0 origin-top-left border-0 bg-surface ${loaded ? "" : "opacity-0"} ${device === "fit" ? "" : "shadow-float"}`}
        style={{
          width: wanted,
          height: scale === 0 ? height : height / scale,
          left: Math.max(0, (width - wanted * scale) / 2),
          transform: scale === 1 ? "none" : `scale(${scale})`,
        }}
      />
    </div>
  );
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

function safeHost(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "";
}
