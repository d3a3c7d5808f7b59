import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { mailStatuses, noticeKinds } from "../vocabulary.ts";
import { createdAt, id, time } from "./columns.ts";
import { generations } from "./generations.ts";
import { projects } from "./projects.ts";
import { users } from "./users.ts";

/** What a person is told of their runs. The id comes from the run's state, so that it is told once. */
export const notifications = sqliteTable(
  "notifications",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    generationId: text("generation_id")
      .notNull()
      .references(() => generations.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: noticeKinds }).notNull(),
    /** One sentence beside the project's name. */
    text: text("text").notNull(),
    /** How long the loop worked since it last waited for its user. */
    workedMs: integer("worked_ms").notNull(),
    createdAt: createdAt(),
    readAt: time("read_at"),
  },
  (table) => [
    index("notifications_user").on(table.userId, table.createdAt),
    index("notifications_created").on(table.createdAt),
  ],
);
export type Notification = typeof notifications.$inferSelect;

/** The outbox of e-mail. `kept`: no provider is set up, so it can only be read here (`/dev/mail` of a local run). */
export const mails = sqliteTable(
  "mails",
  {
    /** Also the provider's idempotency key: sending again sends nothing twice. */
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    status: text("status", { enum: mailStatuses }).notNull().default("pending"),
    /** Why the last attempt failed. */
    error: text("error"),
    /** What the provider calls it. */
    providerId: text("provider_id"),
    createdAt: createdAt(),
    sentAt: time("sent_at"),
  },
  (table) => [index("mails_created").on(table.createdAt), index("mails_user").on(table.userId)],
);
export type Mail = typeof mails.$inferSelect;
