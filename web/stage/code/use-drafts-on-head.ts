// Drafts of this project on top of its newest version: loaded, rebased when another version comes, guarded on leaving.
import { useEffect } from "react";
import type { VersionFile } from "../../lib/api-types.ts";
import { formatCount } from "../../lib/format.ts";
import { fileTextQuery } from "../../lib/project-queries.ts";
import { queryClient } from "../../lib/query-client.ts";
import type { Drafts } from "./draft.ts";
import { loadDrafts, putDrafts, readDrafts, useDrafts } from "./draft-store.ts";
import { rebaseDrafts } from "./rebase-drafts.ts";
import { toast } from "../../lib/toast.ts";

interface Head {
  projectId: string;
  versionId: string;
  number: number;
  files: readonly VersionFile[] | undefined;
}

export function useDraftsOnHead({ projectId, versionId, number, files }: Head): Drafts {
  useEffect(() => loadDrafts(projectId), [projectId]);
  const drafts = useDrafts(projectId);
  useEffect(() => {
    if (files === undefined) return;
    const stale = Object.values(drafts).some(
      ({ base, conflict }) => base.versionId !== versionId && conflict?.versionId !== versionId,
    );
    if (!stale) return;
    let ended = false;
    const readText = (version: string, path: string) => queryClient.fetchQuery(fileTextQuery(projectId, version, path));
    rebaseDrafts(drafts, { versionId, files, readText }).then(
      ({ changed, merged, conflicts }) => {
        if (ended) return;
        const now = readDrafts(projectId);
        // What was typed meanwhile is newer than what was merged: it takes its turn next.
        putDrafts(
          projectId,
          Object.fromEntries(Object.entries(changed).filter(([path]) => now[path] === drafts[path])),
        );
        if (merged.length > 0)
          toast.info(`Version ${number} is merged into your unsaved ${formatCount(merged.length, "file")}`);
        if (conflicts.length > 0)
          toast.warning(
            `Version ${number} changed lines that you are changing in ${formatCount(conflicts.length, "file")}`,
          );
      },
      () => ended || toast.error("The newest version could not be read. Your edits are safe; reload to try again."),
    );
    return () => {
      ended = true;
    };
  }, [projectId, versionId, number, files, drafts]);

  const unsaved = Object.keys(drafts).length > 0;
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [unsaved]);
  return drafts;
}
