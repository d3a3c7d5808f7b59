import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { deploymentEnvironments, deploymentStatuses } from "../vocabulary.ts";
import { createdAt, id, time, updatedAt } from "./columns.ts";
import { projects } from "./projects.ts";

export const deployments = sqliteTable(
  "deployments",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    versionId: text("version_id").notNull(),
    generationId: text("generation_id"),
    environment: text("environment", { enum: deploymentEnvironments }).notNull(),
    /** `nexusgen`: this platform's own isolates. */
    provider: text("provider").notNull().default("nexusgen"),
    status: text("status", { enum: deploymentStatuses }).notNull().default("pending"),
    url: text("url"),
    /** Why it failed, for the user. */
    error: text("error"),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** Set when it became ready; the newest ready row of an environment is what its host shows. */
    readyAt: time("ready_at"),
  },
  (table) => [
    index("deployments_project_environment_status").on(table.projectId, table.environment, table.status),
    index("deployments_project").on(table.projectId, table.id),
  ],
);
export type Deployment = typeof deployments.$inferSelect;
