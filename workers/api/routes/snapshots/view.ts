import type { SnapshotWithVersion } from "#db/queries/snapshots.ts";
import { type Env, variables } from "../../../env.ts";
import { snapshotOrigin } from "../../../preview/host-name.ts";
import type { SnapshotView } from "../../schemas/snapshots.ts";

export function viewSnapshot(env: Env, row: SnapshotWithVersion): SnapshotView {
  const { id, name, versionId, versionNumber, expiresAt, visits, lastVisitedAt, createdBy, createdAt } = row;
  const url = `${snapshotOrigin(variables(env), row.key)}/`;
  const hasPassword = row.passwordHash !== null;
  return {
    id,
    name,
    url,
    versionId,
    versionNumber,
    hasPassword,
    expiresAt,
    visits,
    lastVisitedAt,
    createdBy,
    createdAt,
  };
}
