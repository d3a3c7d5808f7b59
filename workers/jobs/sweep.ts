// Once a minute and at start: sends again the jobs whose message was lost or whose worker died, and touches every
// project whose generation should be moving, so that its object finds its effects even if its alarm was lost. Documentation
// that is not indexed yet is asked for here too; snapshots that expired lose their data, projects that were deleted long ago
// are erased, and old notices forgotten.
import { and, isNull, notInArray } from "drizzle-orm";
import { openDatabase } from "#db/client.ts";
import { strandedJobs } from "#db/queries/job-queue.ts";
import { generations } from "#db/schema/index.ts";
import { endStates } from "#protocol/loop-state.ts";
import type { Env } from "../env.ts";
import { dropExpiredSnapshots } from "./drop-expired-snapshots.ts";
import { eraseForgotten } from "./erase-forgotten.ts";
import { forgetNotices } from "./forget-notices.ts";
import { requestDocs } from "./request-docs.ts";

const atOnce = 100;

export async function sweep(env: Env): Promise<void> {
  const db = openDatabase(env.DB);
  for (const job of await strandedJobs(db, atOnce)) await env.JOBS.send({ jobId: job.id });
  const waiting = ["awaiting_approval", "preview", "paused", "idle", ...endStates] as const;
  const moving = await db
    .selectDistinct({ projectId: generations.projectId })
    .from(generations)
    .where(and(isNull(generations.endedAt), notInArray(generations.status, [...waiting])))
    .limit(atOnce);
  await Promise.allSettled(moving.map(({ projectId }) => env.PROJECT.get(env.PROJECT.idFromName(projectId)).wake()));
  await dropExpiredSnapshots(env, db);
  await eraseForgotten(env, db);
  await forgetNotices(db, Date.now());
  await requestDocs(env, db);
}
