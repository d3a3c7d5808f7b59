// What was tried on a generation that is handed back: what failed last and how to see it, for each round the failure, the
// remedy, the files it changed and what it cost.
import type { Database } from "#db/client.ts";
import { readManifest, readVersion } from "#db/queries/version-writes.ts";
import type { ProjectVersion } from "#db/schema/versions.ts";
import type { Diagnosis } from "#engine/heal/diagnosis.ts";
import type { Tree } from "#engine/heal/edits/edit.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import type { RepairAccount } from "#protocol/repair-account.ts";
import { changedFiles } from "../../../workers/storage/changed-files.ts";
import { reportError } from "../machine/count-round.ts";
import type { GenerationRecord } from "../storage/loop-store.ts";
import { reproduce } from "./reproduce.ts";

const mostNamed = 20;
const mostCauses = 10;

export interface Given {
  readonly diagnosis: Diagnosis;
  readonly reason: string;
  readonly green: ProjectVersion | null;
  /** The text files of the version that failed. */
  readonly tree: Tree | null;
}

export async function accountRepairs(
  db: Database,
  { input, context, view }: GenerationRecord,
  { diagnosis, reason, green, tree }: Given,
): Promise<RepairAccount> {
  const rounds = context.healing.rounds ?? [];
  const { where, category, kind, message, errors = null, signature, causes = [] } = diagnosis;
  const failed = context.versionId === null ? null : await readVersion(db, context.versionId);
  return {
    reason,
    failure: {
      where,
      category,
      kind,
      message,
      errors,
      signature,
      causes: causes.slice(0, mostCauses).map(reportError),
    },
    costUsd: view.costUsd,
    standsAt: green && { versionId: green.id, number: green.number },
    failed: failed && { versionId: failed.id, number: failed.number },
    reproduction: reproduce(diagnosis, tree ?? new Map(), stackFor(input.stack)),
    rounds: await Promise.all(
      rounds.map(async ({ signature: _signature, fixes: _fixes, versionId, spentUsd, ...round }, index) => {
        const next = rounds[index + 1];
        const after = next ? next.versionId : context.versionId;
        return {
          ...round,
          files: await filesBetween(db, versionId, after),
          costUsd: Math.max(0, (next?.spentUsd ?? view.costUsd) - spentUsd),
          before: versionId,
          after,
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
