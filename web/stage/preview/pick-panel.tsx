import { useMutation, useQuery } from "@tanstack/react-query";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowLeft from "lucide-react/icons/arrow-left";
import ArrowRight from "lucide-react/icons/arrow-right";
import ArrowUp from "lucide-react/icons/arrow-up";
import { useState } from "react";
import type { PickedElement, ToFrame } from "#protocol/preview-frame.ts";
import { Button } from "../../components/ui/button.tsx";
import { Notice } from "../../components/ui/notice.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { describeError, errorLine } from "../../lib/api-error.ts";
import { buildVersion, type ElementChange, elementsQuery, saveElementEdit } from "../../lib/element-queries.ts";
import { useProject } from "../../session/project-context.ts";
import { ElementEditor } from "./element-editor.tsx";
import { SourceLink } from "./source-link.tsx";
import { toast } from "../../lib/toast.ts";

interface PickPanelProps {
  picked: PickedElement | null;
  /** The version in the frame; null while it is being prepared. */
  versionId: string | null;
  /** Another version is being prepared for the frame. */
  updating: boolean;
  /** It was changed since it was last checked. */
  unchecked: boolean;
  send: (message: ToFrame) => void;
  /** Null where the data cannot be looked at. */
  openData: (() => void) | null;
}

const walks = [
  { to: "parent", label: "What it stands in", icon: <ArrowUp /> },
  { to: "child", label: "What stands in it", icon: <ArrowDown /> },
  { to: "previous", label: "The one before", icon: <ArrowLeft /> },
  { to: "next", label: "The one after", icon: <ArrowRight /> },
] as const;

export function PickPanel({ picked, versionId, updating, unchecked, send, openData }: PickPanelProps) {
  const { canWrite } = useProject();
  return (
    <div className="flex flex-col gap-5">
      {unchecked && canWrite && versionId !== null && <Unchecked versionId={versionId} />}
      <div className="flex items-center gap-1" role="group" aria-label="Move through the page">
        {walks.map(({ to, label, icon }) => (
          <Button
            key={to}
            size="icon"
            aria-label={label}
            title={label}
            disabled={versionId === null}
            onClick={() => send({ do: "walk", to })}
          >
            {icon}
          </Button>
        ))}
        <p className="ml-2 text-xs text-muted">Click in the app, or walk with the arrow keys there or here.</p>
      </div>
      {picked === null ? (
        <p className="text-sm text-muted">
          Nothing is chosen yet. What you choose can become what your next request is about; plain texts and styles can
          be changed right here, without a model.
        </p>
      ) : (
        versionId !== null && (
          <Picked
            key={picked.selector + picked.text}
            picked={picked}
            versionId={versionId}
            updating={updating}
            openData={openData}
          />
        )
      )}
    </div>
  );
}

interface PickedProps {
  picked: PickedElement;
  versionId: string;
  updating: boolean;
  /** Null where the data cannot be looked at. */
  openData: (() => void) | null;
}

function Picked({ picked, versionId, updating, openData }: PickedProps) {
  const { projectId, setSelection, canWrite } = useProject();
  const readings = useQuery({
    ...elementsQuery(projectId, versionId, picked.sources, picked.text),
    enabled: picked.sources.length > 0,
  });
  const [chosen, setChosen] = useState(0);
  const items = readings.data?.items ?? [];
  const reading = items[Math.min(chosen, items.length - 1)];
  const place = reading && `${reading.place.path}:${reading.place.line}:${reading.place.column}`;
  const save = useMutation({
    mutationFn: (change: ElementChange) =>
      saveElementEdit(projectId, versionId, { place: place ?? "", text: picked.text, change }),
    onSuccess: ({ number, message }) => toast.success(`Version ${number}: ${message}`),
    onError: (error) => toast.error(errorLine(error)),
  });

  function useAsContext(): void {
    setSelection({
      selector: picked.selector,
      ...(picked.text !== "" && { text: picked.text }),
      ...(picked.sources[0] !== undefined && { component: picked.sources[0].slice(0, 200) }),
      page: picked.page.slice(0, 300),
    });
    toast.success("Your next request is about this element.");
  }

  return (
    <>
      <div className="rounded-lg border border-line p-3.5">
        <p className="font-mono text-sm font-[600]">&lt;{picked.tag}&gt;</p>
        {picked.text !== "" && <p className="mt-1 line-clamp-3 text-sm wrap-anywhere">“{picked.text}”</p>}
        {picked.sources.map((source) => (
          <p key={source} className="mt-1">
            <SourceLink source={source} />
          </p>
        ))}
        {canWrite && (
          <Button size="sm" className="mt-3" onClick={useAsContext}>
            Ask about this
          </Button>
        )}
      </div>
      {picked.sources.length === 0 && (
        <Notice title="Its source is not known">It was made by code of a package, or after the page was drawn.</Notice>
      )}
      {readings.isPending && readings.isFetching && (
        <Skeleton className="h-32" role="status" aria-label="Reading its source" />
      )}
      {readings.isError && (
        <Notice
          tone="danger"
          title={describeError(readings.error).title}
          actions={
            <Button size="sm" onClick={() => void readings.refetch()}>
              Try again
            </Button>
          }
        >
          {describeError(readings.error).detail}
        </Notice>
      )}
      {items.length > 1 && (
        <Segmented
          label="What to change"
          value={String(chosen)}
          onChange={(value) => setChosen(Number(value))}
          options={items.map((item, index) => ({
            value: String(index),
            label: index === 0 ? "Only here" : "Everywhere",
            name: index === 0 ? `This use of ${item.name}` : `All that ${item.place.path} draws`,
          }))}
          className="self-start"
        />
      )}
      {reading && (
        <ElementEditor
          key={place}
          reading={reading}
          busy={save.isPending || updating}
          change={canWrite ? save.mutate : null}
          openData={openData}
        />
      )}
    </>
  );
}

function Unchecked({ versionId }: { versionId: string }) {
  const { projectId, adopt } = useProject();
  const build = useMutation({
    mutationFn: () => buildVersion(projectId, versionId),
    onSuccess: adopt,
    onError: (error) => toast.error(errorLine(error)),
  });
  return (
    <Notice
      tone="working"
      title="Your changes are saved, not checked"
      actions={
        <Button size="sm" look="primary" busy={build.isPending} onClick={() => build.mutate()}>
          Check and show in the preview
        </Button>
      }
    >
      Types, style and tests run over them; then they are the preview.
    </Notice>
  );
}
