import type { Manifest } from "#db/schema/index.ts";
import type { BlobStore } from "../../storage/blobs.ts";
import { decodeText } from "../../storage/tree.ts";
import type { FileDiff } from "../schemas/versions.ts";
import { diffLines } from "./diff-lines.ts";
import { toHunks } from "./hunks.ts";

/** Bytes of either side beyond which lines are not compared. */
const largestText = 512 * 1024;

/** The files that differ, ascending by path. */
export async function diffManifests(blobs: BlobStore, before: Manifest, after: Manifest): Promise<FileDiff[]> {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  const diffs: FileDiff[] = [];
  for (const path of paths) {
    const [old, next] = [entry(before, path), entry(after, path)];
    if (old?.sha256 === next?.sha256) continue;
    const status = !old ? "added" : !next ? "deleted" : "modified";
    const uncompared = { path, status, additions: 0, deletions: 0, hunks: [] } as const;
    if (Math.max(old?.size ?? 0, next?.size ?? 0) > largestText) {
      diffs.push({ ...uncompared, hunks: [], comparison: "too-large" });
      continue;
    }
    const [oldText, newText] = await Promise.all([readText(blobs, old), readText(blobs, next)]);
    if (oldText === null || newText === null) {
      diffs.push({ ...uncompared, hunks: [], comparison: "binary" });
      continue;
    }
    const edits = diffLines(splitLines(oldText), splitLines(newText));
    diffs.push({
      path,
      status,
      comparison: "lines",
      additions: edits.filter(({ kind }) => kind === "+").length,
      deletions: edits.filter(({ kind }) => kind === "-").length,
      hunks: toHunks(edits),
    });
  }
  return diffs;
}

function entry(manifest: Manifest, path: string) {
  return Object.hasOwn(manifest, path) ? manifest[path] : undefined;
}

/** null for bytes that are not text; a file that does not exist has no lines. */
async function readText(blobs: BlobStore, file: { sha256: string } | undefined): Promise<string | null> {
  if (!file) return "";
  const bytes = await blobs.get(file.sha256);
  if (!bytes) throw new Error(`Blob ${file.sha256} is missing`);
  const text = decodeText(bytes);
  return text?.includes("\0") ? null : text;
}

function splitLines(text: string): string[] {
  if (text === "") return [];
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}
