import { useQuery } from "@tanstack/react-query";
import { Suspense, lazy, useMemo } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { Select } from "../components/ui/select.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { describeError } from "../lib/api-error.ts";
import { formatBytes, formatCount } from "../lib/format.ts";
import { fileTextQuery, versionFilesQuery } from "../lib/project-queries.ts";
import { useMediaQuery } from "../lib/use-media-query.ts";
import { useProject } from "../session/project-context.ts";
import { fileTree, openingFile } from "./file-tree.ts";
import { TreeView } from "./tree-view.tsx";

const CodeViewer = lazy(() => import("./code-viewer.tsx"));
/** Bytes; a longer file is a data file nobody reads here. */
const longestFile = 512_000;
const binary = /\.(png|jpe?g|gif|webp|avif|ico|woff2?|ttf|pdf|zip|gz|wasm|sqlite|mp4|mp3)$/i;

export function CodePane() {
  const { view } = useProject();
  if (view.versionId === null) {
    return <EmptyState title="No code yet">Every version the loop saves can be read here, file by file.</EmptyState>;
  }
  return <VersionFiles key={view.versionId} versionId={view.versionId} number={view.versionNumber} />;
}

/** Survives the change to a newer version. */
let lastPath: string | null = null;

function VersionFiles({ versionId, number }: { versionId: string; number: number | null }) {
  const { projectId } = useProject();
  const files = useQuery(versionFilesQuery(projectId, versionId));
  const [search, setSearch] = useSearchParams();
  const chosen = search.get("file") ?? lastPath;
  const line = readLine(search.get("line"));
  const beside = useMediaQuery("(min-width: 48rem)");
  const tree = useMemo(() => fileTree(files.data ?? []), [files.data]);

  if (files.isPending) return <LoadingFiles />;
  if (files.isError) return <Failure error={files.error} retry={() => void files.refetch()} />;
  const path = files.data.some((file) => file.path === chosen) ? chosen : openingFile(files.data);
  const file = files.data.find((candidate) => candidate.path === path);
  const select = (next: string): void => {
    lastPath = next;
    setSearch({ tab: "code", file: next }, { replace: true, preventScrollReset: true });
  };

  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      {beside ? (
        <div className="flex w-60 shrink-0 flex-col border-r border-line bg-surface">
          <p className="border-b border-line px-3 py-2 text-xs text-muted">
            {number === null ? "Latest version" : `Version ${number}`} · {formatCount(files.data.length, "file")}
          </p>
          <div className="min-h-0 flex-1 overflow-auto">
            <TreeView tree={tree} selected={path} onSelect={select} />
          </div>
        </div>
      ) : (
        <div className="border-b border-line bg-surface p-2">
          <Select
            label="File"
            value={path ?? ""}
            onChange={select}
            options={files.data.map((option) => ({ value: option.path, label: option.path }))}
            className="w-full [&_select]:w-full [&_select]:truncate [&_select]:font-mono [&_select]:text-xs"
          />
        </div>
      )}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {file !== undefined && (
          <>
            <p className="flex items-center gap-3 border-b border-line bg-surface px-4 py-2 font-mono text-xs max-md:hidden">
              <span className="min-w-0 flex-1 truncate">{file.path}</span>
              <span className="text-muted">{formatBytes(file.size)}</span>
            </p>
            <FileText
              key={file.path}
              projectId={projectId}
              versionId={versionId}
              path={file.path}
              size={file.size}
              line={file.path === search.get("file") ? line : null}
            />
          </>
        )}
      </div>
    </div>
  );
}

function FileText({
  projectId,
  versionId,
  path,
  size,
  line,
}: {
  projectId: string;
  versionId: string;
  path: string;
  size: number;
  /** Where to look, from 1. */
  line: number | null;
}) {
  const readable = size <= longestFile && !binary.test(path);
  const text = useQuery({ ...fileTextQuery(projectId, versionId, path), enabled: readable });
  if (!readable)
    return (
      <EmptyState title="Not shown here">
        This file is {binary.test(path) ? "not text" : `${formatBytes(size)} long`}.
      </EmptyState>
    );
  if (text.isPending) return <LoadingText />;
  if (text.isError) return <Failure error={text.error} retry={() => void text.refetch()} />;
  return (
    <Suspense fallback={<LoadingText />}>
      <CodeViewer path={path} text={text.data} line={line} />
    </Suspense>
  );
}

function readLine(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}

function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const { title, detail } = describeError(error);
  return (
    <EmptyState title={title} actions={<Button onClick={retry}>Try again</Button>}>
      {detail}
    </EmptyState>
  );
}

function LoadingFiles() {
  return (
    <div role="status" aria-label="Loading the files" className="flex min-h-0 flex-1">
      <div className="flex w-60 flex-col gap-3 border-r border-line p-4 max-md:hidden">
        {[70, 50, 60, 40, 65, 55].map((width) => (
          <Skeleton key={width} className="h-4" style={{ width: `${width}%` }} />
        ))}
      </div>
      <LoadingText />
    </div>
  );
}

function LoadingText() {
  return (
    <div className="flex flex-1 flex-col gap-3 p-5" aria-hidden="true">
      {[40, 62, 55, 30, 70, 48].map((width) => (
        <Skeleton key={width} className="h-3.5" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
