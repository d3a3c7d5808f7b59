// The tables of migrations/0951_webhooks.sql. Times are ISO 8601 in UTC.
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const webhooks = sqliteTable("_webhooks", {
  id: text("id").primaryKey(),
  createdAt: text("created_at").notNull(),
  url: text("url").notNull(),
  /** "whsec_" and 24 bytes in base64, as Standard Webhooks has it. */
  secret: text("secret").notNull(),
  /** "product.created", "product.*" or "*". */
  events: text("events", { mode: "json" }).$type<string[]>().notNull(),
  isOn: integer("is_on", { mode: "boolean" }).notNull(),
});

export const deliveries = sqliteTable("_webhook_deliveries", {
  id: text("id").primaryKey(),
  createdAt: text("created_at").notNull(),
  webhookId: text("webhook_id").notNull(),
  event: text("event").notNull(),
  body: text("body").notNull(),
  status: text("status", { enum: ["waiting", "delivered", "failed"] }).notNull(),
  attempts: integer("attempts").notNull(),
  /** When it is tried next; while it is being tried, when to take it for lost. */
  nextAt: text("next_at").notNull(),
  /** Status of the last answer. */
  answer: integer("answer"),
  problem: text("problem"),
});
