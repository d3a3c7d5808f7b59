// The app's D1 database: made when there is none, then brought to the version's schema. What was applied is remembered as
// wrangler does (`d1_migrations`), so that people can go on with `wrangler d1 migrations apply`.
import { APIError } from "cloudflare";
import { z } from "zod";
import { ShipRefusal, type Migration, type ShipTools } from "../provider.ts";
import type { CloudflareClient } from "./open-cloudflare.ts";

const bookkeeping = `CREATE TABLE IF NOT EXISTS d1_migrations(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
);`;
const appliedSchema = z.array(z.object({ name: z.string() }));

/** The database's id; null for an app that has no tables. */
export async function migrateDatabase(
  client: CloudflareClient,
  { accountId, name }: { accountId: string; name: string },
  migrations: readonly Migration[],
  log: ShipTools["log"],
): Promise<string | null> {
  if (migrations.length === 0) return null;
  const id = await findOrMake(client, accountId, name, log);
  const run = async (sql: string): Promise<unknown[]> => {
    const answers = await client.d1.database.query(id, { account_id: accountId, sql });
    return answers.result.at(-1)?.results ?? [];
  };
  await run(bookkeeping);
  const applied = new Set(appliedSchema.parse(await run("SELECT name FROM d1_migrations")).map((row) => row.name));
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue;
    const done = `INSERT INTO d1_migrations (name) VALUES ('${migration.name.replaceAll("'", "''")}');`;
    // Each continues the one before.
    // oxlint-disable-next-line no-await-in-loop
    await run(`${migration.sql}\n;${done}`).catch((error: unknown) => {
      if (error instanceof APIError && error.status === 400)
        throw new ShipRefusal(`The database refused ${migration.name}: ${error.errors[0]?.message ?? error.message}`);
      throw error;
    });
    log("info", `Applied ${migration.name} to the database ${name}.`);
  }
  return id;
}

async function findOrMake(
  client: CloudflareClient,
  accountId: string,
  name: string,
  log: ShipTools["log"],
): Promise<string> {
  const found = await client.d1.database.list({ account_id: accountId, name });
  const known = found.result.find((one) => one.name === name)?.uuid;
  if (known) return known;
  const made = await client.d1.database.create({ account_id: accountId, name });
  if (!made.uuid) throw new ShipRefusal("Cloudflare made no database.");
  log("info", `Made the database ${name}.`);
  return made.uuid;
}
