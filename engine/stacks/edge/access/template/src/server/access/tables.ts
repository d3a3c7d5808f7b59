// The tables of migrations/0901_access.sql. Times are ISO 8601 in UTC.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const users = sqliteTable("_users", {
  id: text("id").primaryKey(),
  createdAt: text("created_at").notNull(),
  /** In lower case. */
  email: text("email").notNull(),
  name: text("name").notNull(),
  /** Key of a role in src/shared/access/roles.ts. */
  role: text("role").notNull(),
  /** Null until an invitation is accepted, and for example people, who have none. */
  password: text("password"),
  /** A person of a preview's example data: signs in without a password. */
  isExample: integer("is_example", { mode: "boolean" }).notNull(),
  isActive: integer("is_active", { mode: "boolean" }).notNull(),
  /** SHA-256 of the token that lets this person choose a password, and until when. */
  inviteHash: text("invite_hash"),
  inviteEndsAt: text("invite_ends_at"),
  lastSeenAt: text("last_seen_at"),
});

export const sessions = sqliteTable("_sessions", {
  id: text("id").primaryKey(),
  /** SHA-256 of the cookie's token: who reads the database cannot sign in with it. */
  tokenHash: text("token_hash").notNull(),
  userId: text("user_id").notNull(),
  createdAt: text("created_at").notNull(),
  endsAt: text("ends_at").notNull(),
  lastSeenAt: text("last_seen_at").notNull(),
  device: text("device").notNull(),
});

export const keys = sqliteTable("_api_keys", {
  id: text("id").primaryKey(),
  tokenHash: text("token_hash").notNull(),
  userId: text("user_id").notNull(),
  name: text("name").notNull(),
  role: text("role").notNull(),
  /** The first letters, to tell keys apart. */
  start: text("start").notNull(),
  createdAt: text("created_at").notNull(),
  lastUsedAt: text("last_used_at"),
});

/** Whose a record is. Records from before the app had accounts, and those of visitors, are nobody's. */
export const owners = sqliteTable(
  "_record_owners",
  {
    model: text("model").notNull(),
    recordId: text("record_id").notNull(),
    userId: text("user_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.recordId] })],
);

/** Everything that was ever changed; rows are added and never altered. */
export const changes = sqliteTable("_record_changes", {
  id: text("id").primaryKey(),
  at: text("at").notNull(),
  action: text("action").notNull(),
  userId: text("user_id"),
  /** The name at that time. */
  actor: text("actor").notNull(),
  model: text("model").notNull(),
  recordId: text("record_id").notNull(),
  label: text("label").notNull(),
  /** FieldChange[] */
  fields: text("fields", { mode: "json" }).notNull(),
});

/** Attempts to sign in that failed, counted until `endsAt`. */
export const attempts = sqliteTable("_sign_in_attempts", {
  id: text("id").primaryKey(),
  count: integer("count").notNull(),
  endsAt: text("ends_at").notNull(),
});
