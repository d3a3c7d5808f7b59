// A repaired tree → a version after the one that failed. Safe to repeat: its id comes from the effect's token, its blobs
// are named by their content.
import { createVersion, readBothManifests, readVersion, type VersionFiles } from "#db/queries/version-writes.ts";
import { readKept } from "#db/queries/versions.ts";
import type { ProjectVersion } from "#db/schema/versions.ts";
import type { Tree } from "#engine/heal/edits/edit.ts";
import type { Actor } from "#protocol/envelope.ts";
import type { FileChange } from "#protocol/project-events.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { changedFiles } from "../../../workers/storage/changed-files.ts";
import type { WorkContext } from "../effects/work.ts";
import type { Append } from "../loop.ts";

/** Text, what is stored already, or null where the file goes. */
export type NewContent = string | VersionFiles[string] | null;

export interface WrittenRepair {
  readonly version: ProjectVersion;
  readonly changes: readonly FileChange[];
}

/** `changes`: against the version that failed. */
export async function writeRepair(
  { env, db, record, effect }: WorkContext,
  changes: ReadonlyMap<string, NewContent>,
  message: string,
): Promise<WrittenRepair> {
  const { input, context } = record;
  const failed = context.versionId === null ? null : await readVersion(db, context.versionId);
  if (failed === null) throw new Error(`Generation ${record.id} repairs a version that does not exist.`);
  const { files: before, generated } = await readBothManifests(db, failed.id);
  const files = await applyTo(new BlobStore(env.BLOBS), before, changes);
  const version = await createVersion(db, {
    id: `ver_${effect.token}`,
    projectId: input.projectId,
    parentId: failed.id,
    generationId: record.id,
    message: message.slice(0, 500),
    prompt: input.prompt,
    prd: failed.prd,
    createdBy: input.actorId,
    files,
    // A repair is no work of the generator: what a later one writes is merged with it.
    generated: changedFiles(generated, files).length === 0 ? null : generated,
    kept: await readKept(db, failed.id),
  });
  return { version, changes: changedFiles(before, files) };
}

/** In the transaction of the move. */
export function announceRepair(append: Append, actor: Actor, generationId: string, written: WrittenRepair): void {
  const { id: versionId, number, message, parentId, fileCount } = written.version;
  for (const change of written.changes) append("file.changed", actor, { generationId, ...change });
  append("version.created", actor, { versionId, number, message, parentId, fileCount });
}

export function changesBetween(before: Tree, after: Tree): Map<string, string | null> {
  const changes = new Map<string, string | null>();
  for (const [path, text] of after) if (before.get(path) !== text) changes.set(path, text);
  for (const path of before.keys()) if (!after.has(path)) changes.set(path, null);
  return changes;
}

async function applyTo(
  blobs: BlobStore,
  before: VersionFiles,
  changes: ReadonlyMap<string, NewContent>,
): Promise<VersionFiles> {
  const files = { ...before };
  for (const [path, content] of changes) {
    if (content === null) delete files[path];
    else files[path] = typeof content === "string" ? await blobs.put(content) : content;
  }
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}
