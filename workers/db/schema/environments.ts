import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { deployTargetIds } from "#protocol/deploy-targets.ts";
import { deploymentEnvironments, domainStatuses } from "../vocabulary.ts";
import { createdAt, id, json, time, updatedAt } from "./columns.ts";
import { projects } from "./projects.ts";

/** Where an environment is deployed to; without a row, the platform's own hosting. */
export const projectEnvironments = sqliteTable(
  "project_environments",
  {
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    environment: text("environment", { enum: deploymentEnvironments }).notNull(),
    provider: text("provider", { enum: deployTargetIds }).notNull(),
    /** The target's own fields: the name of a site, of a Worker. */
    place: json("place").$type<Record<string, string>>().notNull().default({}),
    updatedBy: text("updated_by").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.environment] })],
);
export type ProjectEnvironment = typeof projectEnvironments.$inferSelect;

/** All variables of an environment at one time. A change makes a new set: a deployment keeps the one it was made with. */
export const variableSets = sqliteTable(
  "variable_sets",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    environment: text("environment", { enum: deploymentEnvironments }).notNull(),
    /** 1, 2, 3 … within the environment; the highest is the one that the next deployment gets. */
    number: integer("number").notNull(),
    /** Ascending, with who set each value and when. The values themselves are never shown again. */
    names: json("names").$type<{ name: string; setBy: string; setAt: string }[]>().notNull(),
    /** `workers/storage/sealed-text.ts` of a JSON object, bound to project, environment and this row; null when empty. */
    sealed: text("sealed"),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("variable_sets_number_unique").on(table.projectId, table.environment, table.number)],
);
export type VariableSet = typeof variableSets.$inferSelect;

/** A host name of the user's own that leads to an environment, once its owner has proved that it is theirs. */
export const customDomains = sqliteTable(
  "custom_domains",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    environment: text("environment", { enum: deploymentEnvironments }).notNull(),
    /** Lower case, without a final dot. */
    host: text("host").notNull(),
    /** Value of the TXT record that proves it. */
    token: text("token").notNull(),
    status: text("status", { enum: domainStatuses }).notNull().default("pending"),
    /** What was missing when it was last looked at. */
    problem: text("problem"),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
    checkedAt: time("checked_at"),
    verifiedAt: time("verified_at"),
  },
  (table) => [
    uniqueIndex("custom_domains_project_host_unique").on(table.projectId, table.host),
    // Anyone may claim a name; only one can prove it.
    uniqueIndex("custom_domains_verified_host_unique")
      .on(table.host)
      .where(sql`status = 'verified'`),
    index("custom_domains_host").on(table.host, table.status),
  ],
);
export type CustomDomain = typeof customDomains.$inferSelect;
