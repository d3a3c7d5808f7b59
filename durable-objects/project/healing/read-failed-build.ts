// What the builder's newest failed run of a version said, read again from its stored log: whole, as the loop keeps only part.
import { newestFailedBuild } from "#db/queries/build-logs.ts";
import type { Database } from "#db/client.ts";
import { findCauses } from "#engine/heal/find-causes.ts";
import type { StructuredError } from "#engine/heal/structured-error.ts";
import type { BlobStore } from "../../../workers/storage/blobs.ts";
import { linesOfStep } from "../effects/build-transcript.ts";

/** Empty where no run failed, or nothing of it was recognised. */
export async function readFailedBuild(db: Database, blobs: BlobStore, versionId: string): Promise<StructuredError[]> {
  const build = await newestFailedBuild(db, versionId);
  const text = build?.logSha ? await blobs.text(build.logSha) : null;
  if (!build?.steps || text === null) return [];
  const failed = build.steps.filter(({ outcome }) => outcome === "failed");
  const { causes } = findCauses(failed.map((result) => ({ result, output: linesOfStep(text, result.step) })));
  return causes.map(({ error }) => error);
}
