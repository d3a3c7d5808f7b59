// What a model adds to the scaffold: the plan's tasks, or what the review asked for.
import type { ProviderId } from "#engine/llm/provider.ts";
import type { VersionFiles } from "#db/queries/version-writes.ts";
import { readManifest } from "#db/queries/version-writes.ts";
import type { BlobStore } from "../../../workers/storage/blobs.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { readTree } from "../../../workers/storage/tree.ts";
import { type WrittenTasks, writeTasks } from "../agents/write-tasks.ts";
import type { WorkContext } from "./work.ts";

export interface WrittenByModel extends Pick<WrittenTasks, "done" | "left" | "modelFailed"> {
  readonly files: VersionFiles;
}

/** The one task of a version that came back from the review or from healing; null for the plan's own. */
function sentBack({ record: { context } }: WorkContext): Prd["tasks"][number] | null {
  if (context.versionId === null) return null;
  const { diagnosis, mended } = context.healing;
  if (context.modelWork === "mend" && diagnosis !== null) {
    const title = `Mend the app, which failed at ${diagnosis.where}: ${diagnosis.message}`;
    return { id: `mend-${mended.length}`, title: title.slice(0, 400), dependsOn: [] };
  }
  if (context.reviewSummary === null) return null;
  return { id: "review", title: "Mend what the review found. Change nothing else.", dependsOn: [] };
}

/** `scaffolded`: the generated tree with people's edits. Returns it unchanged where no model has anything to do. */
export async function writeByModel(
  work: WorkContext,
  blobs: BlobStore,
  scaffolded: VersionFiles,
  /** The version before held code that the generator did not write. */
  hasOwnCode: boolean,
): Promise<WrittenByModel> {
  const { db, record } = work;
  const { input, prd, context } = record;
  const nothing = { files: scaffolded, done: [], left: [], modelFailed: false };
  if (context.plannedBy !== "model" || input.provider === null || input.provider === "builtin" || !prd) return nothing;
  if (context.modelWork === "left-out") {
    const reason = "The app did not build with it, also after repairs.";
    return { ...nothing, left: prd.tasks.map(({ title }) => ({ title, reason })) };
  }
  const again = sentBack(work);
  const tasks = again ? [again] : prd.tasks;
  const mayNotFit = again === null && hasOwnCode;
  if (tasks.length === 0 && !mayNotFit) return nothing;
  const start = again && context.versionId !== null ? await readManifest(db, context.versionId) : scaffolded;
  const tree = await readTree(blobs, start);
  const { changes, done, left, modelFailed } = await writeTasks(
    work,
    tree,
    tasks,
    input.provider as ProviderId,
    mayNotFit,
  );
  const files = { ...start };
  for (const [path, text] of changes) {
    if (text === null) delete files[path];
    else files[path] = await blobs.put(text);
  }
  return {
    files: Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))),
    done,
    left,
    modelFailed,
  };
}
