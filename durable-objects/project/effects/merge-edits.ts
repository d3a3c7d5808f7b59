// Brings what people changed by hand into a newly generated tree: engine/merge decides, blobs hold the bytes.
import type { KeptVersionFile, Manifest } from "#db/schema/versions.ts";
import { mergeFile, type MergedFile } from "#engine/merge/merge-file.ts";
import { type ContentNames, planMerge } from "#engine/merge/plan-merge.ts";
import type { BlobStore } from "../../../workers/storage/blobs.ts";
import { decodeText } from "../../../workers/storage/tree.ts";
import type { EditsContext } from "../machine/context.ts";

export interface Sides {
  /** As the generator wrote it last time. */
  base: Manifest;
  /** As it is now, with people's edits. */
  yours: Manifest;
  /** As the generator writes it now. */
  generated: Manifest;
}

export interface MergedEdits {
  files: Manifest;
  kept: KeptVersionFile[];
  /** Edited by a person, and so in `files`. */
  edited: string[];
  canFallBack: boolean;
}

export async function mergeEdits(
  blobs: BlobStore,
  { base, yours, generated }: Sides,
  strategy: EditsContext["strategy"],
): Promise<MergedEdits> {
  const plan = planMerge(namesOf(base), namesOf(yours), namesOf(generated));
  const files: Manifest = {};
  const kept: KeptVersionFile[] = [];
  let canFallBack = false;
  for (const [path, side] of plan.take) {
    const file = (side === "yours" ? yours : generated)[path];
    if (file) files[path] = file;
  }
  for (const file of plan.kept) {
    const leftOver = file.reason === "no-longer-generated";
    canFallBack ||= leftOver;
    if (leftOver && strategy === "whole-files") {
      delete files[file.path];
      kept.push({ ...file, reason: "set-aside", proposal: yours[file.path] ?? null });
    } else kept.push({ ...file, proposal: generated[file.path] ?? null });
  }
  for (const path of plan.merge) {
    const merged = await mergeAt(blobs, path, { base, yours, generated });
    const isText = merged.text !== null && !path.endsWith(".json");
    canFallBack ||= isText;
    const proposal = generated[path] ?? null;
    if (isText && strategy === "whole-files") {
      kept.push({ path, reason: "kept-whole", places: [], proposal });
      continue;
    }
    if (merged.text !== null) files[path] = await blobs.put(merged.text);
    if (merged.kept) kept.push({ path, ...merged.kept, proposal });
  }
  const edited = Object.keys(files).filter((path) => path in yours && yours[path]?.sha256 !== base[path]?.sha256);
  kept.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: sorted(files), kept, edited, canFallBack };
}

async function mergeAt(blobs: BlobStore, path: string, { base, yours, generated }: Sides): Promise<MergedFile> {
  const [b, t, o] = await Promise.all([base, yours, generated].map((side) => readText(blobs, path, side)));
  return mergeFile(path, b ?? null, t ?? null, o ?? null);
}

async function readText(blobs: BlobStore, path: string, side: Manifest): Promise<string | null> {
  const bytes = await blobs.get(side[path]?.sha256 ?? "");
  if (bytes === null) throw new Error(`The stored content of ${path} is missing. Try again.`);
  return decodeText(bytes);
}

const namesOf = (manifest: Manifest): ContentNames =>
  Object.fromEntries(Object.entries(manifest).map(([path, { sha256 }]) => [path, sha256]));

const sorted = (manifest: Manifest): Manifest =>
  Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
