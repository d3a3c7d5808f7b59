import type { RepairAccount } from "#protocol/repair-account.ts";
import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { handoverStatuses } from "../vocabulary.ts";
import { createdAt, json, time } from "./columns.ts";
import { generations } from "./generations.ts";
import { projects } from "./projects.ts";

/** A generation that healing gave up: what was tried, and what its user made of it. */
export const handovers = sqliteTable(
  "handovers",
  {
    generationId: text("generation_id")
      .primaryKey()
      .references(() => generations.id, { onDelete: "cascade" }),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    account: json("account").$type<RepairAccount>().notNull(),
    status: text("status", { enum: handoverStatuses }).notNull().default("open"),
    /** The generation that a retry started. */
    followedBy: text("followed_by"),
    settledBy: text("settled_by"),
    settledAt: time("settled_at"),
    createdAt: createdAt(),
  },
  (table) => [index("handovers_project").on(table.projectId, table.status, table.generationId)],
);
export type Handover = typeof handovers.$inferSelect;
