// A database's schema and its example rows, where no host applies them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../src/server/env.ts";

/** A SQLite file, or a database on the network. */
export interface OwnDatabase extends Database {
  exec(sql: string): void | Promise<void>;
  isEmpty(): boolean | Promise<boolean>;
}

const folder = join(process.cwd(), "migrations");
const sqlOf = (name: string): string => readFileSync(join(folder, name), "utf8");

/** Migrations that it has not seen are applied; a new one gets the example rows too, where they are wanted. */
export async function bringUpToDate(database: OwnDatabase, wanted: { examples: boolean }): Promise<void> {
  const isNew = await database.isEmpty();
  // The table in which wrangler notes the same.
  await database.exec("CREATE TABLE IF NOT EXISTS d1_migrations (name TEXT PRIMARY KEY)");
  const { results } = await database.prepare("SELECT name FROM d1_migrations").all();
  const applied = new Set((results as { name: string }[]).map(({ name }) => name));
  const names = readdirSync(folder).filter((name) => /^\d{4}_.*\.sql$/.test(name) && !applied.has(name));
  for (const name of names.sort()) {
    // Each is recorded before the next may fail.
    // oxlint-disable-next-line no-await-in-loop
    await database.exec(sqlOf(name));
    // oxlint-disable-next-line no-await-in-loop
    await database.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name).run();
  }
  if (isNew && wanted.examples) await database.exec(sqlOf("seed.sql"));
}

/** Names come from the database itself. */
const anyRowOf = (table: string): string => `SELECT 1 FROM "${table.replaceAll('"', '""')}" LIMIT 1`;
const ownTables =
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'd1_migrations'";

/** Adds the example rows to a database without records; false when it holds some. */
export async function seed(database: Database): Promise<boolean> {
  const { results } = await database.prepare(ownTables).all();
  // The first table with a record ends it.
  // oxlint-disable-next-line no-await-in-loop
  for (const { name } of results as { name: string }[]) if (await database.prepare(anyRowOf(name)).first()) return false;
  await database.batch(
    sqlOf("seed.sql")
      .split("--> statement-breakpoint")
      .filter((statement) => statement.trim() !== "")
      .map((statement) => database.prepare(statement)),
  );
  return true;
}
