// Drafts follow the newest version: what only one side changed is merged, the rest waits for a person.
import type { VersionFile } from "../../lib/api-types.ts";
import type { Draft, Drafts } from "./draft.ts";

export interface Rebased {
  /** Drafts that change; undefined takes one away. */
  changed: Record<string, Draft | undefined>;
  /** Files in which both sides are now. */
  merged: string[];
  conflicts: string[];
}

interface Sources {
  /** The newest version and its files. */
  versionId: string;
  files: readonly VersionFile[];
  readText: (versionId: string, path: string) => Promise<string>;
}

export async function rebaseDrafts(drafts: Drafts, { versionId, files, readText }: Sources): Promise<Rebased> {
  const shas = new Map(files.map((file) => [file.path, file.sha256]));
  const result: Rebased = { changed: {}, merged: [], conflicts: [] };
  for (const [path, draft] of Object.entries(drafts)) {
    const head = { versionId, sha256: shas.get(path) ?? null };
    if (draft.base.versionId === versionId || draft.conflict?.versionId === versionId) continue;
    const { conflict: _settled, ...plain } = draft;
    if (head.sha256 === draft.base.sha256) {
      result.changed[path] = { ...plain, base: head };
      continue;
    }
    const next = await mergeWith(path, draft, head, readText);
    if (next === "conflict") {
      result.changed[path] = { ...draft, conflict: head };
      result.conflicts.push(path);
    } else {
      result.changed[path] = next;
      if (next !== undefined) result.merged.push(path);
    }
  }
  return result;
}

/** undefined: the newest version has it as the draft does. */
async function mergeWith(
  path: string,
  draft: Draft,
  head: Draft["base"],
  readText: Sources["readText"],
): Promise<Draft | "conflict" | undefined> {
  if (head.sha256 === null) return draft.content === null ? undefined : "conflict";
  if (draft.content === null || draft.encoding === "base64") return "conflict";
  const theirs = await readText(head.versionId, path);
  if (theirs === draft.content) return undefined;
  if (draft.base.sha256 === null) return "conflict";
  const [base, { mergeDraft }] = await Promise.all([readText(draft.base.versionId, path), import("./merge-draft.ts")]);
  const content = mergeDraft(path, base, draft.content, theirs);
  if (content === null) return "conflict";
  return content === theirs ? undefined : { content, base: head };
}
