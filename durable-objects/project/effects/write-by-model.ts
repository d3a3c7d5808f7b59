// What a model adds to the scaffold: the plan's tasks, without those that healing left out, or what the review asked for.
import type { ProviderId } from "#engine/llm/provider.ts";
import type { VersionFiles } from "#db/queries/version-writes.ts";
import { readManifest } from "#db/queries/version-writes.ts";
import type { BlobStore } from "../../../workers/storage/blobs.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { readTree } from "../../../workers/storage/tree.ts";
import { reviewTask } from "../agents/conversation-keys.ts";
import { describeSoFar } from "../agents/read-change.ts";
import { type WrittenTasks, writeTasks } from "../agents/write-tasks.ts";
import type { WorkContext } from "./work.ts";

export interface WrittenByModel extends Pick<WrittenTasks, "done" | "left" | "modelFailed"> {
  /** Which files each task of the plan wrote; absent where none of them ran. */
  readonly wrote?: WrittenTasks["wrote"];
  readonly files: VersionFiles;
}

/** The one task of a version that came back from the review; null for the plan's own. */
function sentBack({ record: { context } }: WorkContext): Prd["tasks"][number] | null {
  if (context.versionId === null || context.reviewSummary === null) return null;
  return { id: reviewTask, title: "Mend what the review found. Change nothing else.", dependsOn: [] };
}

/** `scaffolded`: the generated tree with people's edits. Returns it unchanged where no model has anything to do. */
export async function writeByModel(
  work: WorkContext,
  blobs: BlobStore,
  scaffolded: VersionFiles,
  /** What the version before left that the generator did not write; null when it had nothing of the kind. */
  own: { stale(): Promise<readonly string[]>; unmerged(): string | null } | null,
): Promise<WrittenByModel> {
  const { db, record } = work;
  const { input, prd, context } = record;
  const nothing = { files: scaffolded, done: [], left: [], modelFailed: false };
  if (context.plannedBy !== "model" || input.provider === null || input.provider === "builtin" || !prd) return nothing;
  const without = prd.tasks.filter(({ id }) => context.modelWork === "left-out" || context.leftOut?.includes(id));
  const leftOut = without.map(({ title }) => ({ title, reason: "The app did not build with it, also after repairs." }));
  if (context.modelWork === "left-out") return { ...nothing, left: leftOut };
  const again = sentBack(work);
  const tasks = again ? [again] : prd.tasks.filter((task) => !without.includes(task));
  const mayNotFit = again === null && own !== null;
  if (tasks.length === 0 && !mayNotFit) return { ...nothing, left: leftOut };
  const start = again && context.versionId !== null ? await readManifest(db, context.versionId) : scaffolded;
  const tree = await readTree(blobs, start);
  const { changes, done, left, wrote, modelFailed } = await writeTasks(
    work,
    tree,
    tasks,
    input.provider as ProviderId,
    {
      mayNotFit,
      stale: mayNotFit ? await own.stale() : [],
      unmerged: mayNotFit ? own.unmerged() : null,
      change: again && context.versionId !== null ? await describeSoFar(work, blobs, context.versionId) : null,
    },
  );
  const files = { ...start };
  for (const [path, text] of changes) {
    if (text === null) delete files[path];
    else files[path] = await blobs.put(text);
  }
  return {
    files: Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))),
    done,
    left: again ? left : [...left, ...leftOut],
    ...(again === null && { wrote }),
    modelFailed,
  };
}
