// The app before what failed was written: the last version that worked, and what the generator wrote of files that it has not.
import { readManifest } from "#db/queries/version-writes.ts";
import type { ProjectVersion } from "#db/schema/versions.ts";
import type { Tree } from "#engine/heal/edits/edit.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { readTree } from "../../../workers/storage/tree.ts";
import type { WorkContext } from "../effects/work.ts";
import type { FailedVersion } from "./read-failed-version.ts";

export async function readEarlier(
  { env, db }: Pick<WorkContext, "env" | "db">,
  failed: FailedVersion,
  green: ProjectVersion | null,
): Promise<Tree> {
  const worked = green === null ? {} : await readManifest(db, green.id);
  const known = { ...failed.generated, ...worked };
  // Most files are those that failed, and read already.
  const others = Object.entries(known).filter(([path, { sha256 }]) => failed.files[path]?.sha256 !== sha256);
  const read = await readTree(new BlobStore(env.BLOBS), Object.fromEntries(others));
  return new Map([...[...failed.tree].filter(([path]) => path in known), ...read]);
}
