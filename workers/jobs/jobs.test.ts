import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { claimJob, endJob, enqueueJob, failJob, leaseMs, renewLease, strandedJobs } from "#db/queries/job-queue.ts";
import { jobs } from "#db/schema/index.ts";
import type { Env, JobMessage } from "../env.ts";
import { consumeJobs } from "./consume.ts";
import { sweep } from "./sweep.ts";

const bindings = env as unknown as Env;
const db = openDatabase(bindings.DB);
const now = Date.parse("2026-01-01T00:00:00Z");

let jobId: string;

const job = () => ({
  id: jobId,
  type: "build",
  payload: { generationId: "gen_gone", run: 1 },
  priority: 0,
  maxAttempts: 3,
  projectId: newId("project"),
  generationId: "gen_gone",
});

beforeEach(() => void (jobId = newId("job")));

async function statusOf(id: string) {
  const [row] = await db.select().from(jobs).where(eq(jobs.id, id));
  return row;
}

describe("a job", () => {
  it("is claimed once, however often its message comes", async () => {
    await enqueueJob(db, job(), now);
    const claims = await Promise.all([claimJob(db, jobId, now), claimJob(db, jobId, now), claimJob(db, jobId, now)]);
    expect(claims.filter((claim) => claim !== null)).toMatchObject([{ attempts: 1, status: "processing" }]);
  });

  it("is free again when its worker has not been heard of for a lease, and not before", async () => {
    await enqueueJob(db, job(), now);
    await claimJob(db, jobId, now);
    await renewLease(db, jobId, now + 30_000);
    expect(await claimJob(db, jobId, now + leaseMs)).toBeNull();
    expect(await claimJob(db, jobId, now + leaseMs + 31_000)).toMatchObject({ attempts: 2 });
  });

  it("waits for its time after a failure, keeps the reason, and is found when its message was lost", async () => {
    await enqueueJob(db, job());
    await claimJob(db, jobId);
    await failJob(db, jobId, "The builder does not answer.", 60_000);
    expect(await statusOf(jobId)).toMatchObject({ status: "failed", lastError: "The builder does not answer." });
    expect(await claimJob(db, jobId)).toBeNull();
    const later = Date.now() + 120_000;
    expect((await strandedJobs(db, 100, later)).map((row) => row.id)).toContain(jobId);
    expect(await claimJob(db, jobId, later)).toMatchObject({ attempts: 2 });
  });

  it.each(["completed", "dead", "cancelled"] as const)("that is %s stays so", async (status) => {
    await enqueueJob(db, job(), now);
    await claimJob(db, jobId, now);
    await endJob(db, jobId, status, "why");
    expect(await claimJob(db, jobId, now + 10 * leaseMs)).toBeNull();
    expect(await enqueueJob(db, job(), now)).toMatchObject({ status, lastError: "why" });
    await endJob(db, jobId, "completed");
    expect(await statusOf(jobId)).toMatchObject({ status });
  });

  it("asked for again while it ran is pending again: whoever ran it is gone", async () => {
    await enqueueJob(db, job(), now);
    await claimJob(db, jobId, now);
    expect(await enqueueJob(db, job(), now)).toMatchObject({ status: "pending", attempts: 1 });
  });
});

describe("the consumer", () => {
  async function deliver(...ids: string[]) {
    const messages = ids.map((id) => ({
      id: crypto.randomUUID(),
      timestamp: new Date(),
      attempts: 1,
      body: { jobId: id },
    }));
    const batch = createMessageBatch<JobMessage>("nexusgen-jobs", messages);
    const ctx = createExecutionContext();
    await consumeJobs(batch, bindings);
    return getQueueResult(batch, ctx);
  }

  it("acknowledges messages of jobs that are unknown or have ended", async () => {
    await enqueueJob(db, job());
    await endJob(db, jobId, "cancelled");
    const result = await deliver(jobId, "job_unknown");
    expect(result.explicitAcks).toHaveLength(2);
    expect(result.retryMessages).toEqual([]);
  });

  it("cancels a job that no loop waits for", async () => {
    await enqueueJob(db, job());
    await deliver(jobId, jobId);
    expect(await statusOf(jobId)).toMatchObject({ status: "cancelled", attempts: 1 });
  });

  it("puts a job it does not understand aside, with the reason", async () => {
    await enqueueJob(db, { ...job(), type: "dance" });
    await deliver(jobId);
    expect((await statusOf(jobId))?.status).toBe("dead");
    expect((await statusOf(jobId))?.lastError).toContain("kind");
  });
});

describe("the sweep", () => {
  it("sends stranded jobs again, so that they end", async () => {
    await enqueueJob(db, job(), Date.now() - 120_000);
    await sweep(bindings);
    await expect.poll(async () => (await statusOf(jobId))?.status, { timeout: 60_000 }).toBe("cancelled");
  });
});
