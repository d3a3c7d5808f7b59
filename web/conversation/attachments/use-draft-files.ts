// Adds, uploads and removes the files of a prompt. With a project they are uploaded at once; without one they wait for
// `uploadTo`, which gives their ids.
import { useRef, useState } from "react";
import { errorLine } from "../../lib/api-error.ts";
import type { UploadedAsset } from "../../lib/api-types.ts";
import { api } from "../../session/session.ts";
import { admit, type DraftFile } from "./draft-files.ts";

export interface DraftFiles {
  readonly files: readonly DraftFile[];
  /** Why something was not taken; said until the next change. */
  readonly refusals: readonly string[];
  add(files: readonly File[]): void;
  remove(key: string): void;
  retry(key: string): void;
  /** Forgets all of them, once they were sent. */
  clear(): void;
  /** Uploads what waits; the ids of all, or null when one of them failed. */
  uploadTo(projectId: string): Promise<string[] | null>;
}

export function useDraftFiles(projectId: string | null): DraftFiles {
  const [files, setFiles] = useState<readonly DraftFile[]>([]);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const controllers = useRef(new Map<string, AbortController>());

  const change = (key: string, next: Partial<DraftFile>): void =>
    setFiles((now) => now.map((draft) => (draft.key === key ? { ...draft, ...next } : draft)));

  async function upload(key: string, file: File, to: string): Promise<string | null> {
    const controller = new AbortController();
    controllers.current.set(key, controller);
    change(key, { state: "uploading", progress: 0, problem: null });
    try {
      const path = `/api/v1/projects/${to}/assets?${new URLSearchParams({ name: file.name })}`;
      const onProgress = (progress: number): void => change(key, { progress });
      const asset = await api.upload<UploadedAsset>(path, file, { signal: controller.signal, onProgress });
      change(key, { state: "ready", asset });
      return asset.id;
    } catch (error) {
      if (!controller.signal.aborted) change(key, { state: "failed", problem: errorLine(error) });
      return null;
    } finally {
      controllers.current.delete(key);
    }
  }

  return {
    files,
    refusals,
    add(wanted) {
      const admitted = admit(files, wanted);
      const drafts = admitted.files.map((file): DraftFile => ({
        key: crypto.randomUUID(),
        file,
        state: "waiting",
        progress: 0,
        asset: null,
        problem: null,
      }));
      setFiles([...files, ...drafts]);
      setRefusals(admitted.refusals);
      if (projectId !== null) for (const { key, file } of drafts) void upload(key, file, projectId);
    },
    remove(key) {
      controllers.current.get(key)?.abort();
      setFiles(files.filter((draft) => draft.key !== key));
      setRefusals([]);
      // A file that nothing was sent with need not be kept.
      const asset = files.find((draft) => draft.key === key)?.asset;
      if (asset) void api.send("DELETE", `/api/v1/projects/${asset.projectId}/assets/${asset.id}`).catch(() => {});
    },
    retry(key) {
      const draft = files.find((candidate) => candidate.key === key);
      if (draft && projectId !== null) void upload(key, draft.file, projectId);
      else change(key, { state: "waiting", problem: null });
    },
    clear() {
      setFiles([]);
      setRefusals([]);
    },
    async uploadTo(to) {
      const ids = await Promise.all(files.map(({ key, file, asset }) => asset?.id ?? upload(key, file, to)));
      return ids.every((id) => id !== null) ? ids : null;
    },
  };
}
