// The table of migrations/0950_uploads.sql.
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const uploads = sqliteTable("_uploads", {
  id: text("id").primaryKey(),
  createdAt: text("created_at").notNull(),
  /** As records hold it. */
  url: text("url").notNull(),
  /** By its bytes. */
  type: text("type").notNull(),
  size: integer("size").notNull(),
  place: text("place", { enum: ["bucket", "database"] }).notNull(),
  /** A record has held it at some time. */
  isUsed: integer("is_used", { mode: "boolean" }).notNull().default(false),
});
