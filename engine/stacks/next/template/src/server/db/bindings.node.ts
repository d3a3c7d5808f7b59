// What the app is given by `next dev` and `next start`: a SQLite file, brought up to date when it is opened. Uploads are
// kept in it as well.
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Env } from "../env.ts";
import { SqliteD1 } from "./sqlite-d1.ts";

const folder = join(process.cwd(), "migrations");

async function migrate(database: SqliteD1): Promise<void> {
  const isNew = database.isEmpty();
  database.exec("CREATE TABLE IF NOT EXISTS applied_migrations (name TEXT PRIMARY KEY NOT NULL)");
  const { results } = await database.prepare("SELECT name FROM applied_migrations").all();
  const applied = new Set(results.map((row) => (row as { name: string }).name));
  const names = readdirSync(folder).filter((name) => /^\d{4}_.*\.sql$/.test(name) && !applied.has(name));
  for (const name of names.sort()) {
    database.exec(readFileSync(join(folder, name), "utf8"));
    // Each is recorded before the next may fail.
    // oxlint-disable-next-line no-await-in-loop
    await database.prepare("INSERT INTO applied_migrations (name) VALUES (?)").bind(name).run();
  }
  const wantsExamples = process.env.NODE_ENV !== "production" || process.env["SEED_EXAMPLES"] === "true";
  const seed = join(folder, "seed.sql");
  if (isNew && wantsExamples && existsSync(seed)) database.exec(readFileSync(seed, "utf8"));
}

async function open(): Promise<Env> {
  const file = process.env["DATABASE_FILE"] || ".data/app.db";
  mkdirSync(dirname(file), { recursive: true });
  const database = new SqliteD1(file);
  await migrate(database);
  return { DB: database };
}

// Next loads modules again while it develops; the file stays open once.
const kept = globalThis as { openedBindings?: Promise<Env> };

export function bindings(): Promise<Env> {
  kept.openedBindings ??= open();
  return kept.openedBindings;
}
