// What a person does to files, as drafts.
import type { VersionFile } from "../../lib/api-types.ts";
import { fileTextQuery } from "../../lib/project-queries.ts";
import { queryClient } from "../../lib/query-client.ts";
import { api } from "../../session/session.ts";
import { fileAddress, isBinaryPath } from "./file-kind.ts";
import type { Draft, DraftBase, Drafts } from "./draft.ts";
import { putDrafts } from "./draft-store.ts";

interface Place {
  projectId: string;
  /** The newest version and its files. */
  versionId: string;
  files: readonly VersionFile[];
  drafts: Drafts;
}

export function changeFiles({ projectId, versionId, files, drafts }: Place) {
  const baseOf = (path: string): DraftBase => {
    const draft = drafts[path];
    if (draft !== undefined) return draft.base;
    return { versionId, sha256: files.find((file) => file.path === path)?.sha256 ?? null };
  };
  const stored = (path: string): boolean => files.some((file) => file.path === path);

  /** Typing a file back to what it was takes its draft away. */
  function write(path: string, content: string): void {
    const base = baseOf(path);
    const saved = queryClient.getQueryData(fileTextQuery(projectId, base.versionId, path).queryKey);
    const same = base.sha256 !== null && saved === content && drafts[path]?.conflict === undefined;
    const conflict = drafts[path]?.conflict;
    putDrafts(projectId, { [path]: same ? undefined : { content, base, ...(conflict && { conflict }) } });
  }

  function removal(path: string): Draft | undefined {
    return stored(path) ? { content: null, base: { versionId, sha256: baseOf(path).sha256 } } : undefined;
  }

  async function rename(from: string, to: string): Promise<void> {
    const moved = drafts[from] ?? (await readWhole(from));
    const target = files.find((file) => file.path === to);
    putDrafts(projectId, {
      [from]: removal(from),
      [to]: {
        content: moved.content,
        ...(moved.encoding && { encoding: moved.encoding }),
        base: { versionId, sha256: target?.sha256 ?? null },
      },
    });
  }

  async function readWhole(path: string): Promise<Pick<Draft, "content" | "encoding">> {
    if (!isBinaryPath(path))
      return { content: await queryClient.fetchQuery(fileTextQuery(projectId, versionId, path)) };
    const blob = await api.blob(fileAddress(projectId, versionId, path));
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return { content: btoa(binary), encoding: "base64" };
  }

  /** null: the file is gone; undefined: it is as the newest version has it. */
  function resolve(path: string, content: string | null | undefined): void {
    const base = drafts[path]?.conflict;
    if (base === undefined) return;
    const encoding = drafts[path]?.encoding;
    const gone = content === null && base.sha256 === null;
    const draft = { content: content ?? null, base, ...(encoding && { encoding }) };
    putDrafts(projectId, { [path]: content === undefined || gone ? undefined : draft });
  }

  return { write, remove: (path: string) => putDrafts(projectId, { [path]: removal(path) }), rename, resolve };
}
