// What the app is given by `next dev` and `next start`: a SQLite file or a libSQL database, brought up to date when it is
// opened. Uploads are kept in it as well.
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Env } from "../env.ts";
import { LibsqlD1 } from "./libsql-d1.ts";
import { bringUpToDate, type OwnDatabase } from "./migrations.ts";
import { SqliteD1 } from "./sqlite-d1.ts";

export const databaseUrl = (): string => process.env["DATABASE_URL"] ?? "";
export const databaseFile = (): string => process.env["DATABASE_FILE"] || ".data/app.db";

export async function openDatabase(wanted: { examples: boolean }): Promise<OwnDatabase> {
  const database = openEither();
  await bringUpToDate(database, wanted);
  return database;
}

function openEither(): OwnDatabase {
  if (databaseUrl() !== "") return new LibsqlD1(databaseUrl(), process.env["DATABASE_AUTH_TOKEN"]);
  mkdirSync(dirname(databaseFile()), { recursive: true });
  return new SqliteD1(databaseFile());
}

async function open(): Promise<Env> {
  const examples = process.env.NODE_ENV !== "production" || process.env["SEED_EXAMPLES"] === "true";
  return { DB: await openDatabase({ examples }) };
}

// Next loads modules again while it develops; the file stays open once.
const kept = globalThis as { openedBindings?: Promise<Env> };

export function bindings(): Promise<Env> {
  kept.openedBindings ??= open();
  return kept.openedBindings;
}
