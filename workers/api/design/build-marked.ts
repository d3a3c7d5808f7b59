// The preview that one can point at: a version bundled so that its elements say where they stand in the source. Made by
// the builder's fast lane when somebody wants it; no deployment, no export and no published app is ever made of it.
import type { Database } from "#db/client.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import type { StackId } from "#engine/stacks/stack.ts";
import type { Env } from "../../env.ts";
import { askWithFiles } from "../../jobs/ask-with-files.ts";
import { builderFor, BuilderRefusal, BuilderUnavailable } from "../../jobs/builder.ts";
import { createRevision, type Revision, revisionSchema, storeRevision } from "../../preview/revision.ts";
import { BlobStore } from "../../storage/blobs.ts";
import { ApiError } from "../errors.ts";

const writesAtOnce = 16;

export interface MarkedVersion {
  projectId: string;
  stack: StackId;
  versionId: string;
  /** The revision whose data it will show; its data model must be the same one. */
  deployed: string;
}

/** The revision's SHA-256. */
export async function buildMarked(env: Env, db: Database, wanted: MarkedVersion): Promise<string> {
  const blobs = new BlobStore(env.BLOBS);
  const stack = stackFor(wanted.stack);
  const result = await askWithFiles(env, db, builderFor(env, wanted.projectId), wanted.versionId, {
    workspaceId: `${wanted.projectId}-marked`,
    artefact: [...stack.preview.artefact],
    independent: [...stack.preview.independent],
    known: [],
    mark: true,
  });
  if (result.outcome === "failed")
    throw new ApiError("CONFLICT", `This version does not build: ${result.error.slice(0, 1_000)}`);
  const stored: { path: string; sha256: string; size: number }[] = [];
  for (let start = 0; start < result.artefact.length; start += writesAtOnce) {
    const batch = result.artefact.slice(start, start + writesAtOnce);
    stored.push(
      ...(await Promise.all(
        batch.map(async ({ path, base64 = "" }) => ({ path, ...(await blobs.put(Uint8Array.fromBase64(base64))) })),
      )),
    );
  }
  const revision = createRevision(stored, stack.artefact);
  await requireSameData(blobs, revision, wanted.deployed);
  return storeRevision(blobs, revision);
}

/** Another history of migrations would make the preview's database anew, and its records would be lost. */
async function requireSameData(blobs: BlobStore, revision: Revision, deployed: string): Promise<void> {
  const text = await blobs.text(deployed);
  const shown = text === null ? null : revisionSchema.parse(JSON.parse(text));
  const history = ({ migrations }: Revision): string => JSON.stringify(migrations);
  if (shown !== null && history(shown) === history(revision)) return;
  throw new ApiError(
    "CONFLICT",
    "This version has another data model than the preview. Build it first, then point at it.",
  );
}

/** Errors of the builder as the API tells them. */
export function tellBuilderError(error: unknown): never {
  if (error instanceof BuilderUnavailable)
    throw new ApiError("SYSTEM_ERROR", "The builder does not answer. Try again in a moment.");
  if (error instanceof BuilderRefusal) throw new ApiError("CONFLICT", error.message);
  throw error;
}
