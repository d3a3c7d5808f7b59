import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../../components/ui/dialog.tsx";
import { Input } from "../../components/ui/input.tsx";
import { errorLine } from "../../lib/api-error.ts";
import type { GenerationView, Version } from "../../lib/api-types.ts";
import { formatCount } from "../../lib/format.ts";
import { api } from "../../session/session.ts";
import { conflictPaths, type Drafts } from "./draft.ts";
import { putDrafts, useDraftStore } from "./draft-store.ts";
import { toast } from "../../lib/toast.ts";

interface SaveBarProps {
  projectId: string;
  version: Version;
  drafts: Drafts;
  /** A generation is changing the project: it would not see what is saved now. */
  running: boolean;
  saving: boolean;
  onSave: (message: string) => void;
  onOpen: (path: string) => void;
}

/** What is not saved, or not built yet; nothing when there is nothing to say. */
export function SaveBar({ projectId, version, drafts, running, saving, onSave, onOpen }: SaveBarProps) {
  const [message, setMessage] = useState("");
  const [asking, setAsking] = useState(false);
  const kept = useDraftStore((state) => state.kept);
  const paths = Object.keys(drafts);
  const conflicts = conflictPaths(drafts);
  if (paths.length === 0) return <BuildBar projectId={projectId} version={version} running={running} />;
  const [conflict] = conflicts;
  const deleted = paths.filter((path) => drafts[path]?.content === null);
  return (
    <section aria-label="Unsaved changes" className="border-t border-line bg-surface px-3 py-2">
      <form
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (running || conflict !== undefined) return;
          onSave(message.trim());
          setMessage("");
        }}
      >
        <p role="status" className="text-sm">
          <span className="font-[560]">{formatCount(paths.length, "unsaved file")}</span>
          {deleted.length > 0 && <span className="text-muted">, {deleted.length} deleted</span>}
        </p>
        <Input
          aria-label="What changed, in a few words (optional)"
          placeholder="What changed (optional)"
          maxLength={500}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
          className="h-8 min-w-40 flex-1 text-sm"
        />
        <Button size="sm" look="quiet" onClick={() => setAsking(true)}>
          Discard…
        </Button>
        {conflict === undefined ? (
          <Button type="submit" size="sm" look="primary" busy={saving} disabled={running} title="Ctrl+S or ⌘S">
            Save version
          </Button>
        ) : (
          <Button size="sm" look="danger" onClick={() => onOpen(conflict)}>
            Resolve {formatCount(conflicts.length, "conflict")}
          </Button>
        )}
      </form>
      {running && (
        <p className="mt-1 text-xs text-muted">
          A run is changing this project. Your edits stay here, and are merged with its version when it ends.
        </p>
      )}
      {!kept && (
        <p role="alert" className="mt-1 text-xs text-danger-ink">
          This browser does not keep them: save before you close or reload the page.
        </p>
      )}
      <Dialog open={asking} onOpenChange={setAsking}>
        <DialogContent
          title={`Discard ${formatCount(paths.length, "unsaved file")}?`}
          description="What you changed since the last version is lost."
        >
          <ul className="mb-5 max-h-48 overflow-auto font-mono text-xs">
            {paths.map((path) => (
              <li key={path} className="py-0.5 wrap-anywhere">
                {path}
                {drafts[path]?.content === null && <span className="text-muted"> (deleted)</span>}
              </li>
            ))}
          </ul>
          <div className="flex justify-end gap-2">
            <DialogClose asChild>
              <Button>Keep editing</Button>
            </DialogClose>
            <Button
              look="danger"
              onClick={() => {
                putDrafts(projectId, Object.fromEntries(paths.map((path) => [path, undefined])));
                setAsking(false);
              }}
            >
              Discard
            </Button>
          </div>
        </DialogContent>
      </Dialog>
    </section>
  );
}

function BuildBar({ projectId, version, running }: { projectId: string; version: Version; running: boolean }) {
  const build = useMutation({
    mutationFn: () => api.send<GenerationView>("POST", `/api/v1/projects/${projectId}/versions/${version.id}/build`),
    onSuccess: () => toast.success(`Version ${version.number} is being built`),
    onError: (error) => toast.error(errorLine(error)),
  });
  if (version.status !== "draft" || version.generationId !== null || running || build.isSuccess) return null;
  return (
    <section
      aria-label="Not built yet"
      className="flex flex-wrap items-center gap-2 border-t border-line bg-surface px-3 py-2 text-sm"
    >
      <p className="min-w-0 flex-1">
        Version {version.number} is saved, not built: the preview still shows the one before.
      </p>
      <Button size="sm" busy={build.isPending} onClick={() => build.mutate()}>
        Build and show it
      </Button>
    </section>
  );
}
