// A green version as the builder needs it for the later checks: its sources and what its build left.
import { readManifest } from "#db/queries/version-writes.ts";
import type { Database } from "#db/client.ts";
import type { BuildRequest } from "#builder/protocol.ts";
import type { Stack } from "#engine/stacks/stack.ts";
import { revisionFiles, revisionSchema } from "../../../workers/preview/revision.ts";
import type { BlobStore } from "../../../workers/storage/blobs.ts";
import { encodeFiles, readFiles } from "../../../workers/storage/tree.ts";

/** Lighthouse alone may take a minute on a busy machine; a page that hangs costs half a minute. */
const visitMs = 180_000;
const limits = { timeoutMs: 600_000, memoryBytes: 6 * 2 ** 30, outputBytes: 1_000_000 };
const mostPages = 60;

export async function checkRequest(
  db: Database,
  blobs: BlobStore,
  stack: Stack,
  version: { id: string; artefactSha: string },
  buildId: string,
): Promise<BuildRequest> {
  const text = await blobs.text(version.artefactSha);
  if (text === null) throw new Error(`The artefact ${version.artefactSha} is missing from storage.`);
  const built = revisionFiles(revisionSchema.parse(JSON.parse(text)), stack.artefact);
  // A build leaves no file of the sources changed, so these may share their places.
  const files = await readFiles(blobs, { ...(await readManifest(db, version.id)), ...built });
  const audit = { name: "audit" as const, command: [], after: [], limits };
  const request = { buildId, files: encodeFiles(files), artefact: [], background: true };
  const { serve, pages, needsDependencies } = stack.checks;
  return {
    ...request,
    steps: [
      audit,
      ...(needsDependencies ? [{ name: "install" as const, command: [], after: [], limits }] : []),
      { name: "browser", command: [], after: needsDependencies ? ["install"] : [], limits },
    ],
    checkPlan: { serve: [...serve], pages: [...pages], mostPages, visitMs, measure: true },
  };
}
