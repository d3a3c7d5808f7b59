import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { jobStatuses } from "../vocabulary.ts";
import { createdAt, id, json, time, updatedAt } from "./columns.ts";

/** A machine execution. The row is the truth; the queue message is `{ jobId }` and may come twice. */
export const jobs = sqliteTable(
  "jobs",
  {
    id: id(),
    type: text("type").notNull(),
    payload: json("payload").$type<unknown>().notNull(),
    status: text("status", { enum: jobStatuses }).notNull().default("pending"),
    /** Higher runs first. */
    priority: integer("priority").notNull().default(0),
    /** Claims so far. */
    attempts: integer("attempts").notNull().default(0),
    maxAttempts: integer("max_attempts").notNull().default(3),
    /** Not before. */
    runAt: time("run_at").notNull(),
    /** While `processing`: when another worker may take it over. */
    leaseUntil: time("lease_until"),
    lastError: text("last_error"),
    /** Asking for the same work twice finds the first row; null where repeats are wanted. */
    dedupeKey: text("dedupe_key"),
    /** No foreign keys: a job that cleans up after a project outlives it. */
    projectId: text("project_id"),
    generationId: text("generation_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    finishedAt: time("finished_at"),
  },
  (table) => [
    uniqueIndex("jobs_dedupe_key_unique").on(table.dedupeKey),
    index("jobs_ready").on(table.status, table.priority, table.runAt),
    index("jobs_lease").on(table.status, table.leaseUntil),
    index("jobs_type_status").on(table.type, table.status),
    index("jobs_project").on(table.projectId, table.status),
    index("jobs_generation").on(table.generationId),
  ],
);
export type Job = typeof jobs.$inferSelect;
