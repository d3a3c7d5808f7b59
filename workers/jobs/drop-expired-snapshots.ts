// Snapshots whose time is over: their links open nothing any more, so that their data has no use either.
import type { Database } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { listExpiredSnapshots, revokeSnapshot } from "#db/queries/snapshots.ts";
import type { Env } from "../env.ts";
import { thawApp } from "../preview/fetch-app.ts";

const atOnce = 20;

export async function dropExpiredSnapshots(env: Env, db: Database): Promise<void> {
  for (const { id, projectId } of await listExpiredSnapshots(db, atOnce)) {
    // The row goes last: what breaks off in between is done again.
    await thawApp(env, { projectId, environment: "preview" }, id);
    if (!(await revokeSnapshot(db, projectId, id))) continue;
    const nobody = { actorId: null, ip: null, userAgent: null, requestId: null };
    const details = { snapshot: id, expired: true };
    await recordAudit(db, { ...nobody, action: "snapshot.revoked", targetId: projectId, details });
  }
}
