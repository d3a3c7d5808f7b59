import { useMutation } from "@tanstack/react-query";
import { ApiError, errorLine } from "../../lib/api-error.ts";
import type { Version } from "../../lib/api-types.ts";
import { formatCount } from "../../lib/format.ts";
import { fileTextQuery, versionFilesQuery } from "../../lib/project-queries.ts";
import { queryClient } from "../../lib/query-client.ts";
import { api } from "../../session/session.ts";
import { changesOf } from "./draft.ts";
import { putDrafts, readDrafts } from "./draft-store.ts";
import { toast } from "../../lib/toast.ts";

/** Saves every draft as one new version. `versionId`: the newest, which they are changes of. */
export function useSave(projectId: string, versionId: string) {
  return useMutation({
    mutationFn: async (message: string) => {
      const saved = readDrafts(projectId);
      const body = { base: versionId, changes: changesOf(saved), ...(message === "" ? {} : { message }) };
      const version = await api.send<Version>("POST", `/api/v1/projects/${projectId}/versions`, body);
      // Known already: the editor goes on without a blink.
      for (const [path, { content, encoding }] of Object.entries(saved))
        if (content !== null && encoding === undefined)
          queryClient.setQueryData(fileTextQuery(projectId, version.id, path).queryKey, content);
      const files = await queryClient.fetchQuery(versionFilesQuery(projectId, version.id));
      const shas = new Map(files.map((file) => [file.path, file.sha256]));
      queryClient.setQueriesData({ queryKey: ["versions", projectId, "latest"] }, version);
      const now = readDrafts(projectId);
      putDrafts(
        projectId,
        Object.fromEntries(
          Object.entries(saved).flatMap(([path, draft]) => {
            const current = now[path];
            if (current === undefined) return [];
            // What was typed since then goes on from what was saved.
            const base = { versionId: version.id, sha256: shas.get(path) ?? null };
            return [[path, current.content === draft.content ? undefined : { ...current, base }] as const];
          }),
        ),
      );
      await queryClient.invalidateQueries({ queryKey: ["versions", projectId] });
      return { version, count: Object.keys(saved).length };
    },
    onSuccess: ({ version, count }) =>
      toast.success(`Saved ${formatCount(count, "file")} as version ${version.number}`),
    onError: (error) => {
      // Another version came first: once it is known, the drafts are merged with it.
      if (error instanceof ApiError && error.code === "CONFLICT")
        void queryClient.invalidateQueries({ queryKey: ["versions", projectId] });
      toast.error(errorLine(error));
    },
  });
}
