// What was tried on a generation that is handed back: for each round the failure, the remedy, the files it changed and
// what it cost.
import type { Database } from "#db/client.ts";
import { headVersion, readManifest } from "#db/queries/version-writes.ts";
import type { RepairAccount } from "#protocol/repair-account.ts";
import { changedFiles } from "../../../workers/storage/changed-files.ts";
import type { GenerationRecord } from "../storage/loop-store.ts";

const mostNamed = 20;

export async function accountRepairs(
  db: Database,
  { input, context, view }: GenerationRecord,
  reason: string,
): Promise<RepairAccount> {
  const rounds = context.healing.rounds ?? [];
  const head = await headVersion(db, input.projectId);
  return {
    reason,
    costUsd: view.costUsd,
    // A version that a person made stands for itself, built or not; one of this generation failed.
    standsAt: head && head.id !== context.versionId ? { versionId: head.id, number: head.number } : null,
    rounds: await Promise.all(
      rounds.map(async ({ where, category, message, errors, tried, versionId, spentUsd }, index) => {
        const next = rounds[index + 1];
        const after = next ? next.versionId : context.versionId;
        return {
          where,
          category,
          message,
          errors,
          tried,
          files: await filesBetween(db, versionId, after),
          costUsd: Math.max(0, (next?.spentUsd ?? view.costUsd) - spentUsd),
        };
      }),
    ),
  };
}

async function filesBetween(db: Database, before: string | null, after: string | null): Promise<string[]> {
  if (before === null || after === null || before === after) return [];
  const changes = changedFiles(await readManifest(db, before), await readManifest(db, after));
  return changes.slice(0, mostNamed).map(({ path }) => path);
}
