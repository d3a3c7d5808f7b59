import { checkKinds, checkStatuses, type CheckSummary } from "#protocol/checks.ts";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { json, time } from "./columns.ts";
import { projects } from "./projects.ts";
import { projectVersions } from "./versions.ts";

/** What is known of a version's quality: one row a kind of check, the newest run of it. */
export const versionChecks = sqliteTable(
  "version_checks",
  {
    versionId: text("version_id")
      .notNull()
      .references(() => projectVersions.id, { onDelete: "cascade" }),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: checkKinds }).notNull(),
    status: text("status", { enum: checkStatuses }).notNull(),
    /** 0–100 where the check has a mark: for `lighthouse` the lowest performance. */
    score: integer("score"),
    summary: json("summary").$type<CheckSummary>().notNull(),
    /** SHA-256 of the blob with the whole report or log. */
    reportSha: text("report_sha"),
    durationMs: integer("duration_ms"),
    startedAt: time("started_at"),
    endedAt: time("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.kind] }),
    index("version_checks_project").on(table.projectId),
  ],
);
export type VersionCheck = typeof versionChecks.$inferSelect;
