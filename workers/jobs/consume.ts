// Queue → the Durable Object that runs the job: a project's, or the documentation's. Notices are delivered here. Delivery is at least once: a job whose row is taken, ended or not yet
// due is acknowledged and forgotten. The object runs it in the background and answers for it from then on.
import { openDatabase, type Database } from "#db/client.ts";
import { claimJob, endJob } from "#db/queries/job-queue.ts";
import type { Job } from "#db/schema/jobs.ts";
import type { Env, JobMessage } from "../env.ts";
import { deliverNotice } from "../notify/deliver-notice.ts";
import { docsObject } from "../../durable-objects/docs/docs-object.ts";
import {
  checkPayloadSchema,
  docsPayloadSchema,
  loopJobTypes,
  loopPayloadSchema,
  pushPayloadSchema,
  shipPayloadSchema,
  type JobHandle,
} from "./job.ts";

export async function consumeJobs(batch: MessageBatch<JobMessage>, env: Env): Promise<void> {
  const db = openDatabase(env.DB);
  await Promise.all(
    batch.messages.map(async (message) => {
      try {
        const job = await claimJob(db, message.body.jobId);
        if (job) await hand(env, db, job);
        message.ack();
      } catch (error) {
        console.error(
          JSON.stringify({
            level: "error",
            message: "job delivery failed",
            jobId: message.body.jobId,
            error: String(error),
          }),
        );
        message.retry({ delaySeconds: 2 ** message.attempts });
      }
    }),
  );
}

async function hand(env: Env, db: Database, job: Job): Promise<void> {
  if (job.type === "notify") return deliverNotice(env, db, job);
  if (job.type === "index_docs") return handDocs(env, db, job);
  const handle = handleOf(job);
  if (handle === null || job.projectId === null) {
    await endJob(db, job.id, "dead", "The job is of a kind this version does not know.");
    return;
  }
  const stub = env.PROJECT.get(env.PROJECT.idFromName(job.projectId));
  const wanted = await stub.runJob(handle);
  if (!wanted) await endJob(db, job.id, "cancelled");
}

async function handDocs(env: Env, db: Database, { id, payload, attempts, maxAttempts }: Job): Promise<void> {
  const parsed = docsPayloadSchema.safeParse(payload);
  if (!parsed.success) return endJob(db, id, "dead", "The job is of a kind this version does not know.");
  await env.DOCS.get(env.DOCS.idFromName(docsObject)).runJob({ id, attempts, maxAttempts, ...parsed.data });
}

/** null for a type or payload that this version does not know. */
function handleOf({ id, type, payload, projectId, attempts, maxAttempts }: Job): JobHandle | null {
  const claimed = { id, attempts, maxAttempts };
  if (type === "check") {
    const parsed = checkPayloadSchema.safeParse(payload);
    return parsed.success && projectId !== null ? { ...claimed, type, projectId, ...parsed.data } : null;
  }
  if (type === "ship") {
    const parsed = shipPayloadSchema.safeParse(payload);
    return parsed.success ? { ...claimed, type, ...parsed.data } : null;
  }
  if (type === "push") {
    const parsed = pushPayloadSchema.safeParse(payload);
    return parsed.success ? { ...claimed, type, ...parsed.data } : null;
  }
  const loopType = loopJobTypes.find((candidate) => candidate === type);
  const parsed = loopPayloadSchema.safeParse(payload);
  return loopType && parsed.success ? { ...claimed, type: loopType, ...parsed.data } : null;
}
