import { useQuery } from "@tanstack/react-query";
import { Suspense, lazy, useEffect, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { Spinner } from "../../components/ui/spinner.tsx";
import { describeError } from "../../lib/api-error.ts";
import type { Version } from "../../lib/api-types.ts";
import { formatBytes } from "../../lib/format.ts";
import { fileTextQuery } from "../../lib/project-queries.ts";
import { api } from "../../session/session.ts";
import type { Draft, ListedFile } from "./draft.ts";
import { fileAddress, isBinaryPath, isPicturePath, longestFile } from "./file-kind.ts";
import { FileBlameView, FileHistory } from "./file-past.tsx";
import { LoadingText } from "./loading-files.tsx";
import type { HelpState } from "./use-language-help.ts";

const CodeEditor = lazy(() => import("./code-editor.tsx"));
const ConflictView = lazy(() => import("./conflict-view.tsx"));

interface FileBodyProps {
  projectId: string;
  version: Version;
  newest: Version;
  file: ListedFile;
  draft: Draft | undefined;
  /** The version has this file; otherwise it stands in the draft alone. */
  stored: boolean;
  editable: boolean;
  line: number | null;
  help: HelpState;
  onChange: (text: string) => void;
  /** null deletes the file, undefined leaves it as the newest version has it. */
  onResolve: (text: string | null | undefined) => void;
  onSave: () => void;
}

export function FileBody(props: FileBodyProps) {
  const { projectId, version, file, draft, stored, editable, line, help, onChange, onSave } = props;
  const [look, setLook] = useState<Past | null>(null);
  const past = stored && draft === undefined ? look : null;
  const readable = file.size <= longestFile && !isBinaryPath(file.path) && draft?.encoding === undefined;
  const text = useQuery({
    ...fileTextQuery(projectId, version.id, file.path),
    enabled: readable && stored && draft?.conflict === undefined,
    // The next version's text takes the place of this one's without a blink.
    placeholderData: (previous) => previous,
  });

  if (draft?.conflict !== undefined) return <Conflict {...props} draft={draft} />;
  if (!readable) return <NotText {...props} />;
  const shown = draft?.content ?? text.data ?? (stored ? undefined : "");
  if (text.isError && shown === undefined) {
    const { title, detail } = describeError(text.error);
    return (
      <EmptyState title={title} actions={<Button onClick={() => void text.refetch()}>Try again</Button>}>
        {detail}
      </EmptyState>
    );
  }
  if (shown === undefined) return <LoadingText />;
  if (shown.includes("\0")) return <NotText {...props} />;
  return (
    <>
      <div className="flex items-center gap-3 border-b border-line bg-surface px-3 py-1 font-mono text-xs whitespace-nowrap max-md:overflow-x-auto">
        <span className="min-w-0 flex-1 truncate max-md:min-w-24" title={file.path}>
          {file.path}
        </span>
        {help.kind === "loading" && (
          <span role="status" className="flex items-center gap-1.5 font-sans text-muted [&_svg]:size-3">
            <Spinner /> Reading types
          </span>
        )}
        {help.kind === "ready" && help.packages === "loading" && (
          <span role="status" className="flex items-center gap-1.5 font-sans text-muted [&_svg]:size-3">
            <Spinner /> Reading types of packages
          </span>
        )}
        {help.kind === "ready" && help.packages === "missing" && (
          <span className="font-sans text-muted">Types of packages are not known</span>
        )}
        {help.kind === "failed" && <span className="font-sans text-muted">No type help</span>}
        {stored && draft === undefined && <PastTabs look={look} onLook={setLook} />}
        <span className="text-muted">{formatBytes(file.size)}</span>
      </div>
      {past === "history" && <FileHistory projectId={projectId} versionId={version.id} path={file.path} />}
      {past === "blame" && <FileBlameView projectId={projectId} versionId={version.id} path={file.path} />}
      {past === null && (
        <Suspense fallback={<LoadingText />}>
          <CodeEditor
            projectId={projectId}
            path={file.path}
            text={shown}
            readOnly={!editable}
            line={line}
            help={help.kind === "ready" ? help.help : null}
            onChange={onChange}
            onSave={onSave}
          />
        </Suspense>
      )}
    </>
  );
}

type Past = "history" | "blame";

function PastTabs({ look, onLook }: { look: Past | null; onLook: (look: Past | null) => void }) {
  const button = (name: Past, words: string) => (
    <Button
      size="sm"
      look={look === name ? "soft" : "quiet"}
      aria-pressed={look === name}
      onClick={() => onLook(look === name ? null : name)}
      className="h-6 font-sans text-xs"
    >
      {words}
    </Button>
  );
  return (
    <div role="group" aria-label="The past of this file" className="flex gap-1">
      {button("history", "History")}
      {button("blame", "Who wrote it")}
    </div>
  );
}

/** A picture is shown; other bytes are named for what they are. */
function NotText({ projectId, version, file, stored }: FileBodyProps) {
  const picture = isPicturePath(file.path) && stored && file.size < 8_000_000;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!picture) return;
    let made: string | null = null;
    let ended = false;
    api.blob(fileAddress(projectId, version.id, file.path)).then(
      (blob) => {
        if (ended) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      },
      () => {},
    );
    return () => {
      ended = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [picture, projectId, version.id, file.path]);
  const long = file.size > longestFile && !isBinaryPath(file.path);
  return (
    <EmptyState title={long ? "Too long to edit here" : "This file is not text"}>
      {url !== null && (
        <img
          src={url}
          alt={file.path}
          className="mx-auto mb-3 max-h-80 max-w-full rounded-md border border-line bg-surface object-contain"
        />
      )}
      <span className="font-mono wrap-anywhere">{file.path}</span>, {formatBytes(file.size)}.
    </EmptyState>
  );
}

function Conflict({ projectId, newest, file, draft, onResolve }: FileBodyProps & { draft: Draft }) {
  const { base, conflict } = draft;
  const byText =
    conflict !== undefined && conflict.sha256 !== null && draft.content !== null && draft.encoding === undefined;
  const before = useQuery({
    ...fileTextQuery(projectId, base.versionId, file.path),
    enabled: byText && base.sha256 !== null,
  });
  const theirs = useQuery({
    ...fileTextQuery(projectId, conflict?.versionId ?? "", file.path),
    enabled: byText,
  });
  if (!byText) return <WholeConflict draft={draft} path={file.path} number={newest.number} onResolve={onResolve} />;
  const baseText = base.sha256 === null ? "" : before.data;
  const error = before.error ?? theirs.error;
  if (error !== null) return <EmptyState title={describeError(error).title}>{describeError(error).detail}</EmptyState>;
  if (baseText === undefined || theirs.data === undefined) return <LoadingText />;
  const theirText = theirs.data;
  return (
    <Suspense fallback={<LoadingText />}>
      <ConflictView
        path={file.path}
        base={baseText}
        mine={draft.content ?? ""}
        theirs={theirText}
        number={newest.number}
        onResolve={(text) => onResolve(text === theirText ? undefined : text)}
      />
    </Suspense>
  );
}

interface WholeConflictProps {
  draft: Draft;
  path: string;
  number: number;
  onResolve: (text: string | null | undefined) => void;
}

/** One side deleted the file, or it is not text: there is nothing to put side by side. */
function WholeConflict({ draft, path, number, onResolve }: WholeConflictProps) {
  const theyDeleted = draft.conflict?.sha256 === null;
  const iDeleted = draft.content === null;
  const title = theyDeleted
    ? `Version ${number} deleted this file`
    : iDeleted
      ? `Version ${number} changed a file that you deleted`
      : `Version ${number} has another file here`;
  return (
    <EmptyState
      title={title}
      actions={
        <>
          <Button onClick={() => onResolve(draft.content)}>{iDeleted ? "Delete it" : "Keep mine"}</Button>
          <Button onClick={() => onResolve(undefined)}>{theyDeleted ? "Let it go" : `Keep version ${number}'s`}</Button>
        </>
      }
    >
      <span className="font-mono wrap-anywhere">{path}</span>
    </EmptyState>
  );
}
