import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { connectionIds } from "#protocol/deploy-targets.ts";
import { createdAt, json, time, updatedAt } from "./columns.ts";
import { users } from "./users.ts";
import { workspaces } from "./workspaces.ts";

/** A workspace's account at GitHub or at a hosting provider. */
export const connections = sqliteTable(
  "connections",
  {
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    provider: text("provider", { enum: connectionIds }).notNull(),
    /** `workers/storage/sealed-text.ts`, bound to workspace and provider, and to the account's fields. */
    sealedSecret: text("sealed_secret").notNull(),
    /** The secret's last four signs, for people to tell it by; null when it is short. */
    lastSigns: text("last_signs"),
    /** The target's fields for an account: an account's id, an address. */
    account: json("account").$type<Record<string, string>>().notNull().default({}),
    /** Who the provider says it belongs to; null when it was not asked. */
    login: text("login"),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    testedAt: time("tested_at"),
    /** Why it did not work when it was tried last; null when it did. */
    testProblem: text("test_problem"),
    /** When something was deployed or pushed with it; null where nothing was yet. */
    usedAt: time("used_at"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.provider] })],
);
export type Connection = typeof connections.$inferSelect;
