// Asks for a person to be told where their generation stands. Asking twice asks once: the job's id is that of the state.
import { enqueueJob } from "#db/queries/job-queue.ts";
import type { Database } from "#db/client.ts";
import type { Env } from "../../../workers/env.ts";
import type { NoticePayload } from "../../../workers/jobs/job.ts";
import type { LoopStep } from "#protocol/project-snapshot.ts";
import type { GenerationRecord } from "../storage/loop-store.ts";
import { noticeOf, workedMs } from "./notice-of.ts";

/** Tries of a notification (requirements N12.1). */
const mostTries = 5;

export async function requestNotice(
  env: Env,
  db: Database,
  { id, context, view }: GenerationRecord,
  steps: readonly LoopStep[],
): Promise<void> {
  const notice = noticeOf(context, view);
  if (notice === null) return;
  const jobId = `job_ntf_${id.replace(/^gen_/, "")}_${context.run}`;
  const payload: NoticePayload = { generationId: id, run: context.run, ...notice, workedMs: workedMs(steps) };
  const asked = { id: jobId, type: "notify", payload, priority: 0, maxAttempts: mostTries };
  const job = await enqueueJob(db, { ...asked, projectId: view.projectId, generationId: id });
  if (job.status === "pending") await env.JOBS.send({ jobId });
}
