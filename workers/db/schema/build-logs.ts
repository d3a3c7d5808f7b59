import type { StepResult } from "#builder/protocol.ts";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { buildKinds, buildStatuses } from "../vocabulary.ts";
import { id, json, time } from "./columns.ts";
import { projects } from "./projects.ts";

/** One run of the builder. */
export const buildLogs = sqliteTable(
  "build_logs",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    generationId: text("generation_id"),
    versionId: text("version_id"),
    /** 1, 2, 3 … within the project. */
    number: integer("number").notNull(),
    kind: text("kind", { enum: buildKinds }).notNull(),
    status: text("status", { enum: buildStatuses }).notNull().default("running"),
    /** Of the step that failed; null when a signal ended it or it did not end. */
    exitCode: integer("exit_code"),
    durationMs: integer("duration_ms"),
    /** Greatest of any step, bytes. */
    peakMemoryBytes: integer("peak_memory_bytes"),
    /** Of all steps together. */
    cpuMs: integer("cpu_ms"),
    steps: json("steps").$type<StepResult[]>(),
    /** SHA-256 of the blob with the whole log. */
    logSha: text("log_sha"),
    /** SHA-256 of the blob with the lines the parser took for errors. */
    errorLogSha: text("error_log_sha"),
    /** SHA-256 of the blob that describes the artefact of a green build. */
    artefactSha: text("artefact_sha"),
    error: text("error"),
    startedAt: time("started_at").notNull(),
    endedAt: time("ended_at"),
  },
  (table) => [
    uniqueIndex("build_logs_number_unique").on(table.projectId, table.number),
    index("build_logs_generation").on(table.generationId),
    index("build_logs_project_status").on(table.projectId, table.status),
  ],
);
