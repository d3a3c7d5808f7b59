import { readBothManifests, type VersionFiles } from "#db/queries/version-writes.ts";
import type { Tree } from "#engine/heal/edits/edit.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { readTree } from "../../../workers/storage/tree.ts";
import type { WorkContext } from "../effects/work.ts";

export interface FailedVersion {
  readonly files: VersionFiles;
  /** As the generator wrote them. */
  readonly generated: VersionFiles;
  /** Its text files. */
  readonly tree: Tree;
}

/** Null where nothing was written yet. */
export async function readFailedVersion({ env, db, record }: WorkContext): Promise<FailedVersion | null> {
  const { versionId } = record.context;
  if (versionId === null) return null;
  const { files, generated } = await readBothManifests(db, versionId);
  return { files, generated, tree: await readTree(new BlobStore(env.BLOBS), files) };
}
