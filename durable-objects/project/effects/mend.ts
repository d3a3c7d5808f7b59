// coding, after healing asked a model: the failed version as it is, with what the fixer changes. It may not pass by what it
// takes away: of tests and checks only those of its own tasks may change.
import { readVersion } from "#db/queries/version-writes.ts";
import { guardRepair } from "#engine/heal/edits/guard-repair.ts";
import type { Tree } from "#engine/heal/edits/edit.ts";
import type { ProviderId } from "#engine/llm/provider.ts";
import type { Actor } from "#protocol/envelope.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { describeSoFar } from "../agents/read-change.ts";
import { writeTasks } from "../agents/write-tasks.ts";
import { readFailedVersion } from "../healing/read-failed-version.ts";
import { announceRepair, writeRepair } from "../healing/write-repair.ts";
import type { RunWork, WorkContext } from "./work.ts";

const fixer: Actor = { kind: "agent", id: "fixer" };

export const mend: RunWork = async (work) => {
  const { env, db, record, effect, log } = work;
  const { id: generationId, input, context } = record;
  const { diagnosis, mended } = context.healing;
  const failed = await readFailedVersion(work);
  const version = context.versionId === null ? null : await readVersion(db, context.versionId);
  if (failed === null || version === null || diagnosis === null)
    throw new Error(`Generation ${generationId} has nothing to mend.`);
  const title = `Mend the app, which failed at ${diagnosis.where}: ${diagnosis.message}`.slice(0, 400);
  // A person's version has no plan of this generation, but the one that it came from.
  const planned: WorkContext = { ...work, record: { ...record, prd: record.prd ?? version.prd } };
  const task = { id: `mend-${mended.length}`, title, dependsOn: [] };
  const change = await describeSoFar(planned, new BlobStore(env.BLOBS), version.id);
  const { changes, done, modelFailed } = await writeTasks(planned, failed.tree, [task], input.provider as ProviderId, {
    mayNotFit: false,
    stale: [],
    unmerged: null,
    change,
  });
  const { allowed, refusals } = guarded(
    failed.tree,
    changes,
    (context.wrote ?? []).flatMap(({ files }) => files),
  );
  for (const reason of refusals) log("fixer", "warn", `A change of the fixer was not taken: ${reason}`);
  if (allowed.size === 0 && input.repairs) {
    // Nothing would fail that shows it: build and tests pass with the problem as well.
    const message = done[0]?.summary ?? "The model changed nothing that could mend the problem.";
    return { actor: fixer, event: { type: "refused", error: { code: "NOT_REPAIRED", message } } };
  }
  const [said] = done.map(({ summary }) => summary);
  const written = await writeRepair(work, allowed, said === undefined ? "Repair" : `Repair: ${said}`);
  const { files, canFallBack } = context.edits;
  return {
    actor: fixer,
    event: { type: "coded", versionId: written.version.id, modelFailed, edits: { files, canFallBack } },
    commit: (append) => {
      if (said !== undefined)
        append("message.created", fixer, {
          messageId: `msg_${effect.token}`,
          role: "agent",
          text: said,
          generationId,
        });
      announceRepair(append, fixer, generationId, written);
    },
  };
};

/** `own`: files that the plan's tasks wrote; their tests are the model's own. */
function guarded(
  tree: Tree,
  changes: ReadonlyMap<string, string | null>,
  own: readonly string[],
): { allowed: Map<string, string | null>; refusals: string[] } {
  const allowed = new Map<string, string | null>();
  const refusals: string[] = [];
  for (const [path, text] of changes) {
    const old = tree.get(path);
    const before = new Map(old === undefined ? [] : [[path, old]]);
    const reason = own.includes(path)
      ? null
      : guardRepair(before, new Map(text === null ? [] : [[path, text]]), "model");
    if (reason === null) allowed.set(path, text);
    else refusals.push(reason);
  }
  return { allowed, refusals };
}
