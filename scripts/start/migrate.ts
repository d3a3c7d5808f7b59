// Applies migrations/*.sql to the local D1 and records them the way `wrangler d1 migrations apply` does.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Statement {
  bind(...values: unknown[]): Statement;
  all(): Promise<{ results: unknown[] }>;
}
interface Database {
  prepare(sql: string): Statement;
  batch(statements: Statement[]): Promise<unknown>;
}

const createTable = `CREATE TABLE IF NOT EXISTS d1_migrations(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** Each file in one transaction with its record. Throws naming the file that failed. */
export async function applyMigrations(database: unknown, directory: string): Promise<void> {
  const db = database as Database;
  await db.prepare(createTable).all();
  const { results } = await db.prepare("SELECT name FROM d1_migrations").all();
  const applied = new Set((results as { name: string }[]).map((row) => row.name));
  const names = existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith(".sql")) : [];
  for (const name of names.toSorted().filter((file) => !applied.has(file))) {
    try {
      const statements = await split(readFileSync(join(directory, name), "utf8"));
      await db.batch([
        ...statements.map((sql) => db.prepare(sql)),
        db.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name),
      ]);
    } catch (error) {
      throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
}

async function split(sql: string): Promise<string[]> {
  const statements = sql.includes("--> statement-breakpoint")
    ? sql.split("--> statement-breakpoint")
    : await splitPlain(sql);
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== "");
}

async function splitPlain(sql: string): Promise<string[]> {
  const { unstable_splitSqlQuery } = await import("wrangler");
  return unstable_splitSqlQuery(sql);
}
