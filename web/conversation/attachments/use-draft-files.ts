// Adds, uploads and removes the files of a prompt. With a project they are uploaded at once; without one they wait for
// `uploadTo`, which gives their ids.
import { useRef, useState } from "react";
import { errorLine } from "../../lib/api-error.ts";
import type { UploadedAsset } from "../../lib/api-types.ts";
import { api } from "../../session/session.ts";
import { admit, admitAddress, type DraftFile, fileOf } from "./draft-files.ts";

export interface DraftFiles {
  readonly files: readonly DraftFile[];
  /** Why something was not taken; said until the next change. */
  readonly refusals: readonly string[];
  add(files: readonly File[]): void;
  /** A picture that the platform fetches; why it cannot, or null. */
  addAddress(typed: string): string | null;
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

  async function upload({ key, file, address }: DraftFile, to: string): Promise<string | null> {
    const controller = new AbortController();
    controllers.current.set(key, controller);
    change(key, { state: "uploading", progress: 0, problem: null });
    try {
      const path = `/api/v1/projects/${to}/assets`;
      const onProgress = (progress: number): void => change(key, { progress });
      const asset =
        address === null
          ? await api.upload<UploadedAsset>(`${path}?${new URLSearchParams({ name: file.name })}`, file, {
              signal: controller.signal,
              onProgress,
            })
          : await api.send<UploadedAsset>("POST", `${path}/fetch`, { url: address });
      // Removed while it was fetched.
      if (controller.signal.aborted) return null;
      change(key, { state: "ready", asset });
      return asset.id;
    } catch (error) {
      if (!controller.signal.aborted) change(key, { state: "failed", problem: errorLine(error) });
      return null;
    } finally {
      controllers.current.delete(key);
    }
  }

  function begin(drafts: readonly DraftFile[]): void {
    setFiles([...files, ...drafts]);
    if (projectId !== null) for (const draft of drafts) void upload(draft, projectId);
  }

  return {
    files,
    refusals,
    add(wanted) {
      const admitted = admit(files, wanted);
      begin(admitted.files.map((file) => draftOf(file, null)));
      setRefusals(admitted.refusals);
    },
    addAddress(typed) {
      const admitted = admitAddress(files, typed);
      if ("problem" in admitted) return admitted.problem;
      begin([draftOf(fileOf(admitted.url), admitted.url.href)]);
      return null;
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
      if (draft && projectId !== null) void upload(draft, projectId);
      else change(key, { state: "waiting", problem: null });
    },
    clear() {
      setFiles([]);
      setRefusals([]);
    },
    async uploadTo(to) {
      const ids = await Promise.all(files.map((draft) => draft.asset?.id ?? upload(draft, to)));
      return ids.every((id) => id !== null) ? ids : null;
    },
  };
}

const draftOf = (file: File, address: string | null): DraftFile => ({
  key: crypto.randomUUID(),
  file,
  address,
  state: "waiting",
  progress: 0,
  asset: null,
  problem: null,
});
