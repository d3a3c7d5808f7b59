// The jobs table as a queue: the row is the truth, messages may be lost or come twice.
import { and, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { jobs } from "../schema/index.ts";
import type { Job } from "../schema/jobs.ts";

/** While a job runs, its lease is renewed well within this. Milliseconds. */
export const leaseMs = 60_000;

const at = (milliseconds: number) => new Date(milliseconds).toISOString();

export interface NewJob {
  id: string;
  type: string;
  payload: unknown;
  priority: number;
  maxAttempts: number;
  /** Null for work that belongs to no project. */
  projectId: string | null;
  generationId: string | null;
}

/** Asking again for a job that has not ended makes it pending again: whoever ran it is gone. */
export async function enqueueJob(db: Database, job: NewJob, now = Date.now()): Promise<Job> {
  const [row] = await db
    .insert(jobs)
    .values({ ...job, runAt: at(now) })
    .onConflictDoUpdate({
      target: jobs.id,
      set: { status: "pending", leaseUntil: null, runAt: at(now) },
      setWhere: inArray(jobs.status, ["pending", "processing", "failed"]),
    })
    .returning();
  if (row) return row;
  const [ended] = await db.select().from(jobs).where(eq(jobs.id, job.id)).limit(1);
  if (!ended) throw new Error(`Job ${job.id} could not be written.`);
  return ended;
}

/** Null when it was never asked for. */
export async function findJob(db: Database, jobId: string): Promise<Job | null> {
  const [row] = await db.select().from(jobs).where(eq(jobs.id, jobId)).limit(1);
  return row ?? null;
}

/** Gives a job that was given up more attempts; false when it was not, or somebody else did. */
export async function reviveJob(
  db: Database,
  { id, maxAttempts }: Job,
  more: number,
  now = Date.now(),
): Promise<boolean> {
  const revived = await db
    .update(jobs)
    .set({ status: "pending", runAt: at(now), finishedAt: null, maxAttempts: maxAttempts + more })
    .where(and(eq(jobs.id, id), eq(jobs.status, "dead"), eq(jobs.maxAttempts, maxAttempts)))
    .returning({ id: jobs.id });
  return revived.length > 0;
}

/** Newest first. */
export async function newestJobs(db: Database, type: string, limit: number): Promise<Job[]> {
  return db.select().from(jobs).where(eq(jobs.type, type)).orderBy(desc(jobs.createdAt), desc(jobs.id)).limit(limit);
}

/** Takes a job that is due and free; null when another delivery has it, it ended, or its time has not come. */
export async function claimJob(db: Database, jobId: string, now = Date.now()): Promise<Job | null> {
  const due = and(inArray(jobs.status, ["pending", "failed"]), sql`${jobs.runAt} <= ${at(now + 1_000)}`);
  const abandoned = and(eq(jobs.status, "processing"), lt(jobs.leaseUntil, at(now)));
  const [row] = await db
    .update(jobs)
    .set({
      status: "processing",
      attempts: sql`${jobs.attempts} + 1`,
      leaseUntil: at(now + leaseMs),
    })
    .where(and(eq(jobs.id, jobId), or(due, abandoned)))
    .returning();
  return row ?? null;
}

export async function renewLease(db: Database, jobId: string, now = Date.now()): Promise<void> {
  await db
    .update(jobs)
    .set({ leaseUntil: at(now + leaseMs) })
    .where(and(eq(jobs.id, jobId), eq(jobs.status, "processing")));
}

export async function endJob(
  db: Database,
  jobId: string,
  status: "completed" | "dead" | "cancelled",
  lastError: string | null = null,
): Promise<void> {
  await db
    .update(jobs)
    .set({ status, lastError, leaseUntil: null, finishedAt: at(Date.now()) })
    .where(and(eq(jobs.id, jobId), inArray(jobs.status, ["pending", "processing", "failed"])));
}

/** `failed` waits for `delayMs` and is tried again. */
export async function failJob(db: Database, jobId: string, lastError: string, delayMs: number): Promise<void> {
  await db
    .update(jobs)
    .set({ status: "failed", lastError, leaseUntil: null, runAt: at(Date.now() + delayMs) })
    .where(and(eq(jobs.id, jobId), eq(jobs.status, "processing")));
}

/** Jobs whose message was lost or whose worker died: due for a while, or with a lease that ran out. */
export async function strandedJobs(db: Database, limit: number, now = Date.now()): Promise<Job[]> {
  const overdue = and(inArray(jobs.status, ["pending", "failed"]), lt(jobs.runAt, at(now - 30_000)));
  const abandoned = and(eq(jobs.status, "processing"), lt(jobs.leaseUntil, at(now)));
  return db.select().from(jobs).where(or(overdue, abandoned)).limit(limit);
}
