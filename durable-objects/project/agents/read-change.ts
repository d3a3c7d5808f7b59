// What a generation has changed so far, by people's and models' hands: what follows from the plan alone is not in it.
import { describeChange } from "#engine/agents/reviewer/describe-change.ts";
import { reviewBase } from "#engine/agents/reviewer/review-base.ts";
import { headVersion, readBothManifests, readManifest } from "#db/queries/version-writes.ts";
import type { BlobStore } from "../../../workers/storage/blobs.ts";
import { readTree } from "../../../workers/storage/tree.ts";
import type { WorkContext } from "../effects/work.ts";

type Files = ReadonlyMap<string, string>;

export interface GenerationChange {
  readonly before: Files;
  readonly tree: Files;
}

/** Of the generation's own version. */
export async function readChange(
  work: Pick<WorkContext, "db" | "record">,
  blobs: BlobStore,
  versionId: string,
): Promise<GenerationChange> {
  const { files, generated } = await readBothManifests(work.db, versionId);
  const tree = await readTree(blobs, files);
  return { before: reviewBase(await readTree(blobs, generated), await readEarlier(work, blobs), tree), tree };
}

/** Path → text, null where it was deleted. */
export function changesOf({ before, tree }: GenerationChange): Map<string, string | null> {
  const changes = new Map<string, string | null>();
  for (const [path, text] of tree) if (before.get(path) !== text) changes.set(path, text);
  for (const path of before.keys()) if (!tree.has(path)) changes.set(path, null);
  return changes;
}

/** Characters of what a coder reads of the change that it is to mend. */
const longestChange = 20_000;

/** The change as a diff, for who is to mend it. */
export async function describeSoFar(
  work: Pick<WorkContext, "db" | "record">,
  blobs: BlobStore,
  versionId: string,
): Promise<string> {
  const change = await readChange(work, blobs, versionId);
  return describeChange(change.before, changesOf(change), longestChange);
}

/** The files of the version that the app stands at; empty for a new app. */
async function readEarlier({ db, record }: Pick<WorkContext, "db" | "record">, blobs: BlobStore): Promise<Files> {
  const head = await headVersion(db, record.input.projectId);
  return head && head.id !== record.context.versionId ? readTree(blobs, await readManifest(db, head.id)) : new Map();
}
