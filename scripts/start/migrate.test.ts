import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { applyMigrations } from "./migrate.ts";

let miniflare: Miniflare;
let database: Awaited<ReturnType<Miniflare["getD1Database"]>>;
let folder: string;
beforeAll(async () => {
  miniflare = new Miniflare(
    convertV4MiniflareOptions({
      workers: [{ modules: true, script: "export default {}", compatibilityDate: "2026-10-19", d1Databases: ["DB"] }],
    }),
  );
  database = await miniflare.getD1Database("DB");
});
afterAll(() => miniflare.dispose());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nexusgen-migrations-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  for (const table of ["t", "u", "d1_migrations"]) await database.prepare(`DROP TABLE IF EXISTS ${table}`).run();
});

const write = (name: string, sql: string): void => writeFileSync(join(folder, name), sql);
async function names(sql: string): Promise<unknown[]> {
  return (await database.prepare(sql).all<{ name: string }>()).results.map((row) => row.name);
}
const recorded = () => names("SELECT name FROM d1_migrations ORDER BY id");

it("applies files in the order of their names, once, and records them as wrangler does", async () => {
  write("0001_u.sql", "CREATE TABLE u (id INTEGER);--> statement-breakpoint\nINSERT INTO u SELECT id FROM t;");
  write("0000_t.sql", "CREATE TABLE t (id INTEGER); INSERT INTO t VALUES (1);");
  await applyMigrations(database, folder);
  await applyMigrations(database, folder);
  expect(await recorded()).toEqual(["0000_t.sql", "0001_u.sql"]);
  expect((await database.prepare("SELECT COUNT(*) AS n FROM u").first<{ n: number }>())?.n).toBe(1);
});

it("keeps the statements of a trigger together", async () => {
  write(
    "0000.sql",
    "CREATE TABLE t (id INTEGER);\nCREATE TRIGGER t_two AFTER INSERT ON t BEGIN INSERT INTO t SELECT 2 WHERE new.id = 1; SELECT 1; END;\nINSERT INTO t VALUES (1);",
  );
  await applyMigrations(database, folder);
  expect((await database.prepare("SELECT COUNT(*) AS n FROM t").first<{ n: number }>())?.n).toBe(2);
});

it("leaves no trace of a file that fails, and names it", async () => {
  write("0000_half.sql", "CREATE TABLE t (id INTEGER); INSERT INTO nowhere VALUES (1);");
  await expect(applyMigrations(database, folder)).rejects.toThrow("Migration 0000_half.sql failed");
  expect(await recorded()).toEqual([]);
  expect(await names("SELECT name FROM sqlite_master WHERE name = 't'")).toEqual([]);
});
