// What a person changed in the editor and has not saved: kept per file, with what it was changed from. Pure.
import type { VersionFile } from "../../lib/api-types.ts";

/** What a file was when it was changed; `sha256` is null when there was none. */
export interface DraftBase {
  versionId: string;
  sha256: string | null;
}

export interface Draft {
  /** null: deleted. */
  content: string | null;
  /** Bytes that are not text stand as base64. */
  encoding?: "base64";
  base: DraftBase;
  /** The version that changed the same lines; a person decides. */
  conflict?: DraftBase;
}
export type Drafts = Readonly<Record<string, Draft>>;

export type Mark = "edited" | "new" | "conflict";

export interface ListedFile extends VersionFile {
  mark: Mark | null;
}

/** The files of a version as the drafts leave them, ascending by path. */
export function listFiles(files: readonly VersionFile[], drafts: Drafts): ListedFile[] {
  const listed = files.flatMap((file): ListedFile[] => {
    const draft = drafts[file.path];
    if (draft === undefined) return [{ ...file, mark: null }];
    if (draft.conflict !== undefined) return [{ ...file, mark: "conflict" }];
    if (draft.content === null) return [];
    return [{ ...file, size: sizeOf(draft), mark: "edited" }];
  });
  const known = new Set(files.map((file) => file.path));
  for (const [path, draft] of Object.entries(drafts)) {
    if (known.has(path) || (draft.content === null && draft.conflict === undefined)) continue;
    listed.push({ path, size: sizeOf(draft), sha256: "", mark: draft.conflict === undefined ? "new" : "conflict" });
  }
  return listed.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

export interface FileChange {
  path: string;
  content: string | null;
  encoding?: "base64";
}

export function changesOf(drafts: Drafts): FileChange[] {
  return Object.entries(drafts).map(([path, { content, encoding }]) => ({
    path,
    content,
    ...(encoding === undefined ? {} : { encoding }),
  }));
}

export const conflictPaths = (drafts: Drafts): string[] =>
  Object.keys(drafts).filter((path) => drafts[path]?.conflict !== undefined);

/** Why a file cannot have this path; null when it can. */
export function pathProblem(path: string, taken: readonly string[]): string | null {
  if (path.trim() === "") return "Enter a path, like src/client/card.tsx.";
  if (path.length > 400) return "A path has at most 400 characters.";
  if (path.startsWith("/") || path.endsWith("/")) return "A path neither begins nor ends with a slash.";
  if (path.split("/").some((part) => part === "" || part === "." || part === "..")) return "Each folder needs a name.";
  if (/[\\:*?"<>|\p{Cc}]/u.test(path)) return 'Leave out \\ : * ? " < > | and control characters.';
  if (taken.includes(path)) return "There is a file of this name.";
  if (taken.some((other) => other.startsWith(`${path}/`))) return "There is a folder of this name.";
  if (taken.some((other) => path.startsWith(`${other}/`))) return "One of the folders is a file.";
  return null;
}

function sizeOf({ content, encoding }: Draft): number {
  if (content === null) return 0;
  return encoding === "base64" ? Math.floor((content.length * 3) / 4) : new TextEncoder().encode(content).byteLength;
}
