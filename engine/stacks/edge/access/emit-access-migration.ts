// migrations/0901_access.sql: the tables of accounts. Numbered far behind the models' own and independent of them, so that
// an app may gain accounts in any version and keeps its rows.
import { systemTables as tables } from "../../shared/reserved.ts";
import { sqlName } from "../../shared/source-text.ts";

const table = (name: string, lines: readonly string[]): string =>
  `CREATE TABLE IF NOT EXISTS ${sqlName(name)} (\n${lines.map((line) => `  ${line}`).join(",\n")}\n);`;

const index = (name: string, column: string, isUnique = false): string =>
  `CREATE ${isUnique ? "UNIQUE " : ""}INDEX IF NOT EXISTS ${sqlName(`${name}_${column}`)} ON ${sqlName(name)} (${sqlName(column)});`;

const user = `"user_id" TEXT NOT NULL REFERENCES ${sqlName(tables.users)} ("id") ON DELETE CASCADE`;

export function emitAccessMigration(): string {
  return `${[
    table(tables.users, [
      `"id" TEXT PRIMARY KEY NOT NULL`,
      `"created_at" TEXT NOT NULL`,
      `"email" TEXT NOT NULL UNIQUE`,
      `"name" TEXT NOT NULL`,
      `"role" TEXT NOT NULL`,
      `"password" TEXT`,
      `"is_example" INTEGER NOT NULL DEFAULT 0`,
      `"is_active" INTEGER NOT NULL DEFAULT 1`,
      `"invite_hash" TEXT`,
      `"invite_ends_at" TEXT`,
      `"last_seen_at" TEXT`,
    ]),
    index(tables.users, "invite_hash"),
    table(tables.sessions, [
      `"id" TEXT PRIMARY KEY NOT NULL`,
      `"token_hash" TEXT NOT NULL UNIQUE`,
      user,
      `"created_at" TEXT NOT NULL`,
      `"ends_at" TEXT NOT NULL`,
      `"last_seen_at" TEXT NOT NULL`,
      `"device" TEXT NOT NULL`,
    ]),
    index(tables.sessions, "user_id"),
    table(tables.keys, [
      `"id" TEXT PRIMARY KEY NOT NULL`,
      `"token_hash" TEXT NOT NULL UNIQUE`,
      user,
      `"name" TEXT NOT NULL`,
      `"role" TEXT NOT NULL`,
      `"start" TEXT NOT NULL`,
      `"created_at" TEXT NOT NULL`,
      `"last_used_at" TEXT`,
    ]),
    index(tables.keys, "user_id"),
    table(tables.owners, [
      `"model" TEXT NOT NULL`,
      `"record_id" TEXT NOT NULL`,
      user,
      `PRIMARY KEY ("model", "record_id")`,
    ]),
    index(tables.owners, "user_id"),
    // Without a reference to the account: what somebody did stays when they are gone.
    table(tables.changes, [
      `"id" TEXT PRIMARY KEY NOT NULL`,
      `"at" TEXT NOT NULL`,
      `"action" TEXT NOT NULL`,
      `"user_id" TEXT`,
      `"actor" TEXT NOT NULL`,
      `"model" TEXT NOT NULL`,
      `"record_id" TEXT NOT NULL`,
      `"label" TEXT NOT NULL`,
      `"fields" TEXT NOT NULL`,
    ]),
    index(tables.changes, "at"),
    index(tables.changes, "record_id"),
    table(tables.attempts, [`"id" TEXT PRIMARY KEY NOT NULL`, `"count" INTEGER NOT NULL`, `"ends_at" TEXT NOT NULL`]),
  ].join("\n--> statement-breakpoint\n")}\n`;
}
