import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, id, time } from "./columns.ts";
import { projects } from "./projects.ts";

/** A version of a project frozen with its data, for whoever has the link. */
export const snapshots = sqliteTable(
  "snapshots",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    versionId: text("version_id").notNull(),
    /** SHA-256 of the revision that it runs. */
    revision: text("revision").notNull(),
    /** The set of variables that the preview ran with. */
    variablesId: text("variables_id"),
    /** 26 characters of base32, 130 random bits: its host name, and all that is needed to open it without a password. */
    key: text("key").notNull(),
    name: text("name").notNull().default(""),
    passwordHash: text("password_hash"),
    expiresAt: time("expires_at"),
    revokedAt: time("revoked_at"),
    /** People who entered; each got a copy of the data. */
    visits: integer("visits").notNull().default(0),
    lastVisitedAt: time("last_visited_at"),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("snapshots_key_unique").on(table.key),
    index("snapshots_project").on(table.projectId, table.revokedAt, table.id),
  ],
);
export type Snapshot = typeof snapshots.$inferSelect;
