import { revisionSchema } from "../preview/revision.ts";
import type { BlobStore } from "../storage/blobs.ts";
import { readFiles } from "../storage/tree.ts";

/** The static files of a build, by the path at which they are asked for. */
export async function readAssets(blobs: BlobStore, artefactSha: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const stored = await blobs.text(artefactSha);
  if (stored === null) throw new Error("The build is missing from storage.");
  return readFiles(blobs, revisionSchema.parse(JSON.parse(stored)).assets);
}
