import { index, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { memberRoles, workspaceKinds } from "../vocabulary.ts";
import { createdAt, id, time, updatedAt } from "./columns.ts";
import { users } from "./users.ts";

/** Workspace = organization = the chat seed's server (requirements E6). */
export const workspaces = sqliteTable(
  "workspaces",
  {
    id: id(),
    /** Unique in the platform, a lower-case DNS label. */
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** `personal` is made at sign-up, one for each user. */
    kind: text("kind", { enum: workspaceKinds }).notNull(),
    /** Dollars that its generations may spend on models in a calendar month (UTC); null is no limit. */
    monthlyBudgetUsd: real("monthly_budget_usd"),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: time("deleted_at"),
  },
  (table) => [
    uniqueIndex("workspaces_slug_unique").on(table.slug),
    index("workspaces_created_by").on(table.createdBy, table.kind),
  ],
);
export type Workspace = typeof workspaces.$inferSelect;

export const workspaceMembers = sqliteTable(
  "workspace_members",
  {
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role", { enum: memberRoles }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.userId] }),
    index("workspace_members_user").on(table.userId, table.workspaceId),
  ],
);
