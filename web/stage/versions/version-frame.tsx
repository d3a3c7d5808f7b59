import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { Spinner } from "../../components/ui/spinner.tsx";
import { describeError } from "../../lib/api-error.ts";
import { versionPreviewQuery } from "../../lib/version-queries.ts";
import { useProject } from "../../session/project-context.ts";
import { addressIn } from "../preview/address-in.ts";
import type { FrameView, Size } from "../preview/layout-frame.ts";
import { useFrame } from "../preview/use-frame.ts";
import { Viewport } from "../preview/viewport.tsx";

/** Where both are to be, and which version went there by itself. */
export interface Led {
  path: string;
  by: number | null;
}

/** A page may lead on while it loads: so long, one that follows does not lead. */
const followsMs = 2_000;

interface VersionFrameProps {
  number: number;
  view: FrameView;
  resize: (size: Size) => void;
  led: Led;
  lead: (path: string) => void;
}

export function VersionFrame({ number, view, resize, led, lead }: VersionFrameProps) {
  const { projectId } = useProject();
  const access = useQuery(versionPreviewQuery(projectId, number));
  const frame = useRef<HTMLIFrameElement>(null);
  const here = useRef(led.path);
  const follows = useRef(0);
  const url = access.data?.url ?? null;
  const send = useFrame(frame, url === null ? null : new URL(url).origin, (message) => {
    if (message.type !== "place" || message.path === here.current) return;
    here.current = message.path;
    if (Date.now() > follows.current) lead(message.path);
  });
  // It moves by itself from there on.
  const opened = useMemo(() => (url === null ? null : addressIn(url, here.current)), [url]);

  useEffect(() => {
    if (led.by === number || led.path === here.current) return;
    here.current = led.path;
    follows.current = Date.now() + followsMs;
    send({ do: "go", path: led.path });
  });

  if (access.isError) {
    const { title, detail } = describeError(access.error);
    return (
      <EmptyState
        title={title}
        actions={
          <Button busy={access.isFetching} onClick={() => void access.refetch()}>
            Try again
          </Button>
        }
      >
        {detail}
      </EmptyState>
    );
  }
  if (opened === null)
    return (
      <p className="grid min-h-0 flex-1 place-items-center text-sm text-muted" role="status">
        <span className="flex items-center gap-2.5">
          <Spinner /> Opening version {number}
        </span>
      </p>
    );
  return <Viewport frame={frame} url={opened} title={`App as version ${number} has it`} view={view} resize={resize} />;
}
