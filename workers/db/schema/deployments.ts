import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { deploymentEnvironments, deploymentStatuses, deploymentTriggers } from "../vocabulary.ts";
import type { ReceiverReport } from "#protocol/deployments.ts";
import { createdAt, id, json, time, updatedAt } from "./columns.ts";
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
    trigger: text("trigger", { enum: deploymentTriggers }).notNull().default("generation"),
    /** The deployment that it was promoted from, or went back to. */
    sourceId: text("source_id"),
    /** The set of variables that it runs with; null where the environment had none. */
    variablesId: text("variables_id"),
    /** What the provider calls it. */
    externalId: text("external_id"),
    /** What the receiver of a webhook called back with; null until then. */
    report: json("report").$type<ReceiverReport>(),
    /** When its health check passed. */
    healthyAt: time("healthy_at"),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** Set when it became ready; the newest ready row of an environment is what its host shows. */
    readyAt: time("ready_at"),
  },
  (table) => [
    index("deployments_project_environment_status").on(table.projectId, table.environment, table.status),
    index("deployments_project").on(table.projectId, table.id),
    /** Of those that people ask for, one of an environment is under way: whoever asks second is refused by this. */
    uniqueIndex("deployments_one_open")
      .on(table.projectId, table.environment)
      .where(sql`status IN ('pending', 'building', 'deploying') AND generation_id IS NULL`),
  ],
);
export type Deployment = typeof deployments.$inferSelect;

/** The log of one deployment, in order. */
export const deploymentLines = sqliteTable(
  "deployment_lines",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    deploymentId: text("deployment_id")
      .notNull()
      .references(() => deployments.id, { onDelete: "cascade" }),
    level: text("level", { enum: ["info", "warn", "error"] }).notNull(),
    text: text("text").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("deployment_lines_deployment").on(table.deploymentId, table.id)],
);
export type DeploymentLine = typeof deploymentLines.$inferSelect;
