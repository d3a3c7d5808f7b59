// What a model adds to the scaffold: the plan's tasks, or what the review asked for.
import type { ProviderId } from "#engine/llm/provider.ts";
import type { VersionFiles } from "#db/queries/version-writes.ts";
import { readManifest } from "#db/queries/version-writes.ts";
import type { BlobStore } from "../../../workers/storage/blobs.ts";
import { readTree } from "../../../workers/storage/tree.ts";
import { type WrittenTasks, writeTasks } from "../agents/write-tasks.ts";
import type { WorkContext } from "./work.ts";

export interface WrittenByModel extends Pick<WrittenTasks, "done" | "left"> {
  readonly files: VersionFiles;
}

/** `scaffolded`: the generated tree with people's edits. Returns it unchanged where no model has anything to do. */
export async function writeByModel(
  work: WorkContext,
  blobs: BlobStore,
  scaffolded: VersionFiles,
): Promise<WrittenByModel> {
  const { db, record } = work;
  const { input, prd, context } = record;
  const nothing = { files: scaffolded, done: [], left: [] };
  if (context.plannedBy !== "model" || input.provider === null || input.provider === "builtin" || !prd) return nothing;
  const sentBack = context.reviewSummary !== null && context.versionId !== null;
  const start = sentBack && context.versionId !== null ? await readManifest(db, context.versionId) : scaffolded;
  const tasks = sentBack
    ? [{ id: "review", title: "Mend what the review found. Change nothing else.", dependsOn: [] }]
    : prd.tasks;
  if (tasks.length === 0) return nothing;
  const tree = await readTree(blobs, start);
  const { changes, done, left } = await writeTasks(work, tree, tasks, input.provider as ProviderId);
  const files = { ...start };
  for (const [path, text] of changes) {
    if (text === null) delete files[path];
    else files[path] = await blobs.put(text);
  }
  return { files: Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))), done, left };
}
