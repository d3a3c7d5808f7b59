import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { describeError, errorLine } from "../../lib/api-error.ts";
import type { Version } from "../../lib/api-types.ts";
import { formatCount } from "../../lib/format.ts";
import { versionFilesQuery } from "../../lib/project-queries.ts";
import { useMediaQuery } from "../../lib/use-media-query.ts";
import { useProject } from "../../session/project-context.ts";
import { openingFile } from "../file-tree.ts";
import { changeFiles } from "./change-files.ts";
import { listFiles, type Drafts } from "./draft.ts";
import { FileBody } from "./file-body.tsx";
import { FilesDrawer } from "./files-drawer.tsx";
import { FileTabs } from "./file-tabs.tsx";
import { FilesSide } from "./files-side.tsx";
import { LoadingFiles } from "./loading-files.tsx";
import { SaveBar } from "./save-bar.tsx";
import { SearchSide } from "./search-side.tsx";
import { useDraftsOnHead } from "./use-drafts-on-head.ts";
import { useLanguageHelp } from "./use-language-help.ts";
import { useOpenFiles } from "./use-open-files.ts";
import { useSave } from "./use-save.ts";
import { toast } from "../../lib/toast.ts";

const none: Drafts = {};
/** The loop has ended, or waits for a person: what is saved now is what it goes on from. */
const resting = new Set(["idle", "awaiting_approval", "preview", "complete", "failed", "escalated", "cancelled"]);

interface WorkbenchProps {
  version: Version;
  newest: Version;
}

export function Workbench({ version, newest }: WorkbenchProps) {
  const { projectId, view, canWrite } = useProject();
  const files = useQuery(versionFilesQuery(projectId, version.id));
  const head = useQuery(versionFilesQuery(projectId, newest.id));
  const allDrafts = useDraftsOnHead({
    projectId,
    versionId: newest.id,
    number: newest.number,
    files: head.data,
  });
  const editable = canWrite && version.id === newest.id;
  const drafts = editable ? allDrafts : none;
  const [search, setSearch] = useSearchParams();
  const [mode, setMode] = useState<"files" | "search">(search.has("q") ? "search" : "files");
  const beside = useMediaQuery("(min-width: 48rem)");
  const listed = useMemo(() => listFiles(files.data ?? [], drafts), [files.data, drafts]);
  const wanted = search.get("file") ?? recall(projectId);
  const chosen = listed.some((file) => file.path === wanted) ? wanted : openingFile(listed);
  const [tabs, closeTab] = useOpenFiles(projectId, chosen);
  const help = useLanguageHelp(projectId, newest.id, editable && /\.(ts|tsx|mts)$/.test(chosen ?? ""));
  const save = useSave(projectId, newest.id);
  const running = view.generation !== null && !resting.has(view.generation.status);

  if (files.isPending) return <LoadingFiles />;
  if (files.isError) {
    const { title, detail } = describeError(files.error);
    return (
      <EmptyState title={title} actions={<Button onClick={() => void files.refetch()}>Try again</Button>}>
        {detail}
      </EmptyState>
    );
  }

  const select = (path: string | null): void => {
    remember(projectId, path);
    setSearch(
      (current) => {
        current.set("tab", "code");
        current.delete("line");
        if (path === null) current.delete("file");
        else current.set("file", path);
        return current;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  const open = tabs.filter((path) => listed.some((file) => file.path === path));
  const close = (path: string): void => {
    closeTab(path);
    if (path === chosen) select(open[open.indexOf(path) + 1] ?? open[open.indexOf(path) - 1] ?? null);
  };
  const change = changeFiles({ projectId, versionId: newest.id, files: head.data ?? [], drafts });
  const actions = editable
    ? {
        create: (path: string) => {
          change.write(path, "");
          select(path);
        },
        rename: (from: string, to: string) => {
          change.rename(from, to).then(
            () => {
              closeTab(from);
              select(to);
            },
            (error: unknown) => toast.error(errorLine(error)),
          );
        },
        remove: (path: string) => {
          change.remove(path);
          close(path);
        },
      }
    : null;
  const file = listed.find(({ path }) => path === chosen);
  const trySave = (message: string): void => {
    if (running) toast.info("A run is changing this project. Save when it has ended; your edits stay here.");
    else if (Object.keys(drafts).length > 0 && !save.isPending) save.mutate(message);
  };

  const fileTabs = <FileTabs paths={open} selected={chosen} files={listed} onSelect={select} onClose={close} />;
  const side = (
    <>
      <div className="flex items-center justify-between gap-2 border-b border-line px-2 py-1.5">
        <Segmented
          label="Side"
          value={mode}
          onChange={setMode}
          options={[
            { value: "files", label: "Files" },
            { value: "search", label: "Search" },
          ]}
        />
        <span className="truncate text-xs text-muted" title={version.message}>
          v{version.number} · {formatCount(listed.length, "file")}
        </span>
      </div>
      {mode === "files" ? (
        <FilesSide files={listed} selected={chosen} onSelect={select} actions={actions} />
      ) : (
        <SearchSide projectId={projectId} versionId={version.id} drafts={drafts} />
      )}
    </>
  );

  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      {beside && (
        <aside aria-label="Files and search" className="flex w-64 shrink-0 flex-col border-r border-line bg-surface">
          {side}
        </aside>
      )}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {version.id !== newest.id && <OlderVersion version={version} newest={newest} />}
        {beside ? (
          fileTabs
        ) : (
          <div className="flex border-b border-line bg-surface">
            <FilesDrawer shown={chosen}>{side}</FilesDrawer>
            {fileTabs}
          </div>
        )}
        {file === undefined ? (
          <EmptyState title="No file is open">Choose one under Files.</EmptyState>
        ) : (
          <FileBody
            key={`${version.id === newest.id ? "newest" : version.id} ${file.path}`}
            projectId={projectId}
            version={version}
            file={file}
            draft={drafts[file.path]}
            stored={files.data.some(({ path }) => path === file.path)}
            editable={editable}
            line={file.path === search.get("file") ? readLine(search.get("line")) : null}
            newest={newest}
            help={help}
            onChange={(text) => change.write(file.path, text)}
            onResolve={(text) => change.resolve(file.path, text)}
            onSave={() => trySave("")}
          />
        )}
        {editable && (
          <SaveBar
            projectId={projectId}
            version={newest}
            drafts={drafts}
            running={running}
            saving={save.isPending}
            onSave={trySave}
            onOpen={select}
          />
        )}
      </div>
    </div>
  );
}

function OlderVersion({ version, newest }: WorkbenchProps) {
  const [search, setSearch] = useSearchParams();
  const back = (): void => {
    search.delete("version");
    setSearch(search, { replace: true, preventScrollReset: true });
  };
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-waiting-line bg-waiting-soft px-3 py-1.5 text-sm">
      <p className="min-w-0 flex-1 truncate">
        <span className="font-[560]">Version {version.number}, read only.</span> {version.message}
      </p>
      <Button size="sm" onClick={back}>
        Back to version {newest.number}
      </Button>
    </div>
  );
}

/** The file that was shown last, by project: survives the change to another tab or version. */
const last = new Map<string, string>();
const recall = (projectId: string): string | null => last.get(projectId) ?? null;
function remember(projectId: string, path: string | null): void {
  if (path === null) last.delete(projectId);
  else last.set(projectId, path);
}

function readLine(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}
