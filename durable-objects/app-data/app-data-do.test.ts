import { env as testEnv } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Env } from "../../workers/env.ts";
import { databaseLimits } from "./statement.ts";
import type { SqlValue } from "./statement.ts";

const { APP_DATA } = testEnv as unknown as Env;
const open = () => APP_DATA.getByName(`prj_${crypto.randomUUID()}:preview`);
const statement = (sql: string, ...params: SqlValue[]) => ({ sql, params });
const table = { name: "0001.sql", sha256: "a", sql: "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT);" };
const schema = { revision: "r1", migrations: [table], seed: "INSERT INTO t (v) VALUES ('seed');", mayRebuild: true };

async function values(data: ReturnType<typeof open>): Promise<unknown> {
  const answer = await data.run([statement("SELECT v FROM t ORDER BY id")]);
  return answer.ok ? answer.value[0]?.rows.flat() : answer.message;
}

describe("an app's database", () => {
  it.each([
    "ATTACH DATABASE '/tmp/other.sqlite' AS other",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA database_list",
    "PRAGMA writable_schema = ON",
    "SELECT load_extension('x')",
    "VACUUM INTO '/tmp/copy.sqlite'",
    "BEGIN TRANSACTION",
  ])("refuses %s", async (sql) => {
    const data = open();
    expect(await data.run([statement(sql)])).toMatchObject({ ok: false });
    expect(await data.script(sql)).toMatchObject({ ok: false });
  });

  it("answers the PRAGMAs that tools read a schema with", async () => {
    const data = open();
    await data.migrate(schema);
    expect(await data.run([statement("PRAGMA table_info(t)")])).toMatchObject({ ok: true });
  });

  it("refuses an answer that is too large instead of running out of memory", async () => {
    const sql = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 10000000) SELECT x FROM c";
    expect(await open().run([statement(sql)])).toMatchObject({
      ok: false,
      message: expect.stringContaining("add a LIMIT"),
    });
    expect(await open().run([statement("SELECT zeroblob(?)", databaseLimits.answerBytes + 1)])).toMatchObject({
      ok: false,
    });
  });

  it("refuses what D1 would refuse: long statements and many parameters", async () => {
    const long = `SELECT '${"x".repeat(databaseLimits.sqlBytes)}'`;
    expect(await open().run([statement(long)])).toMatchObject({ ok: false });
    const many = Array.from({ length: databaseLimits.parameters + 1 }, () => 1);
    expect(await open().run([statement(`SELECT ${many.map(() => "?").join()}`, ...many)])).toMatchObject({ ok: false });
  });
});

describe("schema changes", () => {
  it("leaves the database as it was when a migration fails", async () => {
    const data = open();
    const broken = { name: "0002.sql", sha256: "b", sql: "CREATE TABLE u (id INTEGER); CREATE TABLE t (id INTEGER);" };
    const answer = await data.migrate({ ...schema, migrations: [table, broken] });
    expect(answer).toEqual({
      ok: false,
      message: expect.stringContaining("migration 0002.sql: table t already exists"),
    });
    expect(await values(data)).toContain("no such table: t");
  });

  it("does nothing the second time", async () => {
    const data = open();
    await data.migrate(schema);
    expect(await data.migrate(schema)).toEqual({ ok: true, value: { rebuilt: false } });
    expect(await values(data)).toEqual(["seed"]);
  });

  it("applies each migration once when several requests ask at the same time", async () => {
    const data = open();
    const answers = await Promise.all([data.migrate(schema), data.migrate(schema), data.migrate(schema)]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await values(data)).toEqual(["seed"]);
  });

  it("gives example rows to a new table and leaves the others alone", async () => {
    const data = open();
    await data.migrate(schema);
    await data.run([statement("DELETE FROM t"), statement("INSERT INTO t (v) VALUES ('mine')")]);
    const added = { name: "0002.sql", sha256: "b", sql: "CREATE TABLE u (v TEXT, t INTEGER REFERENCES t (id));" };
    const seed = [
      `INSERT INTO "t" (v) VALUES ('seed');`,
      `INSERT INTO "u" (v) VALUES ('example');`,
      `INSERT INTO "u" (v, t) VALUES ('of a deleted row', 99);`,
    ].join("\n--> statement-breakpoint\n");
    const answer = await data.migrate({ revision: "r2", migrations: [table, added], seed, mayRebuild: true });
    expect(answer).toEqual({ ok: true, value: { rebuilt: false } });
    expect(await values(data)).toEqual(["mine"]);
    expect(await data.run([statement("SELECT v FROM u")])).toMatchObject({ value: [{ rows: [["example"]] }] });
  });

  it("resets to the last schema with its example rows", async () => {
    const data = open();
    await data.migrate(schema);
    await data.run([statement("INSERT INTO t (v) VALUES ('mine')")]);
    expect(await data.reset()).toEqual({ ok: true, value: { rebuilt: false } });
    expect(await values(data)).toEqual(["seed"]);
  });

  it("keeps nothing after destruction", async () => {
    const data = open();
    await data.migrate(schema);
    await data.destroy();
    expect(await values(data)).toContain("no such table: t");
    await data.reset();
    expect(await values(data)).toContain("no such table: t");
  });
});
