// A stored account as the API shows it: with the differences between its versions, bounded.
import type { Database } from "#db/client.ts";
import { findVersion, readManifest } from "#db/queries/versions.ts";
import type { Handover, Manifest } from "#db/schema/index.ts";
import type { RepairAccount } from "#protocol/repair-account.ts";
import type { BlobStore } from "../../storage/blobs.ts";
import { changedFiles } from "../../storage/changed-files.ts";
import { diffManifests } from "../diff/diff-manifests.ts";
import type { HandoverAction, HandoverRound, HandoverView } from "../schemas/handovers.ts";
import type { FileDiff } from "../schemas/versions.ts";

const mostFiles = 20;
/** Lines of all changes of a round together. */
const mostLines = 600;

export async function viewHandover(db: Database, blobs: BlobStore, row: Handover): Promise<HandoverView> {
  const { generationId, projectId, account, status, followedBy, createdAt, settledAt, settledBy } = row;
  const { reason, failure = null, costUsd, standsAt, failed = null, reproduction = null } = account;
  const rounds: HandoverRound[] = [];
  for (const round of account.rounds) rounds.push(await viewRound(db, blobs, round));
  return {
    generationId,
    projectId,
    status,
    reason,
    failure: failure && { ...failure, causes: [...failure.causes] },
    rounds,
    costUsd,
    failed,
    standsAt,
    reproduction: reproduction && { ...reproduction, places: [...reproduction.places] },
    actions: status === "open" ? await actionsNow(db, row) : [],
    followedBy,
    createdAt,
    settledAt,
    settledBy,
  };
}

/** The files can be edited and tried again while they are the newest of the project. */
async function actionsNow(db: Database, { projectId, account }: Handover): Promise<HandoverAction[]> {
  const newest = await findVersion(db, projectId, "latest");
  const isOpen = account.failed != null && newest !== undefined && newest.status !== "green";
  return [
    ...(isOpen ? (["retry", "edit"] as const) : []),
    ...(account.standsAt ? (["roll-back"] as const) : []),
    "dismiss",
  ];
}

async function viewRound(
  db: Database,
  blobs: BlobStore,
  round: RepairAccount["rounds"][number],
): Promise<HandoverRound> {
  const { where, category, message, errors, tried, costUsd } = round;
  const { kind = null, causes = [], source = null, what = null, before = null, after = null } = round;
  const known = {
    where,
    category,
    kind,
    message,
    errors,
    causes: [...causes],
    tried,
    source,
    what,
    costUsd,
    before,
    after,
  };
  if (before === null || after === null || before === after) return { ...known, changes: [], more: false };
  const [old, next] = await Promise.all([readManifest(db, before), readManifest(db, after)]);
  const paths = changedFiles(old, next).map(({ path }) => path);
  const shown = paths.slice(0, mostFiles);
  const diffs = await diffManifests(blobs, only(old, shown), only(next, shown));
  const { changes, cut } = firstLines(diffs);
  return { ...known, changes, more: cut || shown.length < paths.length };
}

const only = (manifest: Manifest, paths: readonly string[]): Manifest =>
  Object.fromEntries(Object.entries(manifest).filter(([path]) => paths.includes(path)));

/** Whole hunks, as long as there is room. */
function firstLines(diffs: readonly FileDiff[]): { changes: FileDiff[]; cut: boolean } {
  let left = mostLines;
  let cut = false;
  const changes = diffs.map((diff) => {
    const hunks = diff.hunks.filter(({ lines }) => {
      const fits = lines.length <= left;
      if (fits) left -= lines.length;
      cut ||= !fits;
      return fits;
    });
    return { ...diff, hunks };
  });
  return { changes, cut };
}
