import { expect, it } from "vitest";
import { createApp, server } from "./app.fixture.ts";

/** Runs code with D1 in an app's isolate and answers what it returned. */
async function inApp(body: string): Promise<unknown> {
  const app = await createApp({
    ...server(`
      const { DB } = env;
      const attempt = async (work) => { try { return await work(); } catch (error) { return "threw " + error.message; } };
      const work = async () => { ${body} };
      return Response.json((await work()) ?? null);
    `),
    "migrations/0001.sql": `
      CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, age INTEGER);
      CREATE TABLE files (id INTEGER PRIMARY KEY, bytes BLOB);
    `,
    "seed.sql": "INSERT INTO people (name, age) VALUES ('Ada', 36), ('Bob', NULL);",
  });
  const response = await app.visit("/api/run");
  expect(response.status).toBe(200);
  return response.json();
}

it("reads rows as objects, arrays, a first row and a first value", async () => {
  const result = await inApp(`
    const all = DB.prepare("SELECT name, age FROM people ORDER BY id");
    return {
      all: (await all.all()).results,
      raw: await all.raw({ columnNames: true }),
      first: await all.first(),
      value: await DB.prepare("SELECT age FROM people WHERE name = ?").bind("Ada").first("age"),
      nothing: await DB.prepare("SELECT * FROM people WHERE id = 99").first(),
      column: await attempt(() => all.first("nope")),
    };
  `);
  expect(result).toEqual({
    all: [
      { name: "Ada", age: 36 },
      { name: "Bob", age: null },
    ],
    raw: [
      ["name", "age"],
      ["Ada", 36],
      ["Bob", null],
    ],
    first: { name: "Ada", age: 36 },
    value: 36,
    nothing: null,
    column: "threw D1_COLUMN_NOTFOUND: Column not found (nope)",
  });
});

it("keeps both columns of a join that have the same name", async () => {
  expect(
    await inApp(`return DB.prepare("SELECT a.id, b.id FROM people a JOIN people b ON b.id = a.id + 1").raw();`),
  ).toEqual([[1, 2]]);
});

it("tells what a write changed", async () => {
  const result = await inApp(`
    const insert = await DB.prepare("INSERT INTO people (name) VALUES (?1), (?2)").bind("Cy", "Di").run();
    const none = await DB.prepare("UPDATE people SET age = 1 WHERE id = 99").run();
    const returning = await DB.prepare("INSERT INTO people (name) VALUES ('Ed') RETURNING id, name").all();
    return {
      insert: [insert.success, insert.meta.changes, insert.meta.last_row_id, insert.meta.changed_db],
      none: [none.meta.changes, none.meta.changed_db],
      returning: returning.results,
    };
  `);
  expect(result).toEqual({ insert: [true, 2, 4, true], none: [0, false], returning: [{ id: 5, name: "Ed" }] });
});

it("binds every type that D1 binds and refuses the others", async () => {
  const result = await inApp(`
    const one = (value) => DB.prepare("SELECT ? AS v").bind(value).first("v");
    return [
      await one("text"), await one(1.5), await one(null), await one(true),
      await one(new Uint8Array([1, 2, 3]).subarray(1)), await one(new Uint8Array([7]).buffer),
      await attempt(() => one(undefined)), await attempt(() => one({})),
    ];
  `);
  expect(result).toEqual([
    "text",
    1.5,
    null,
    1,
    [2, 3],
    [7],
    "threw D1_TYPE_ERROR: Type 'undefined' not supported for value 'undefined'",
    "threw D1_TYPE_ERROR: Type 'object' not supported for value '[object Object]'",
  ]);
});

it("runs a batch as one transaction", async () => {
  const result = await inApp(`
    const insert = (name) => DB.prepare("INSERT INTO people (name) VALUES (?)").bind(name);
    const failed = await attempt(() => DB.batch([insert("Cy"), insert("Ada")]));
    const after = await DB.prepare("SELECT COUNT(*) AS n FROM people").first("n");
    const [first, second] = await DB.batch([insert("Di"), DB.prepare("SELECT COUNT(*) AS n FROM people")]);
    return { failed, after, changes: first.meta.changes, rows: second.results, none: await DB.batch([]) };
  `);
  expect(result).toEqual({
    failed: expect.stringContaining("threw D1_ERROR: UNIQUE constraint failed: people.name"),
    after: 2,
    changes: 1,
    rows: [{ n: 3 }],
    none: [],
  });
});

it("runs a script of several statements", async () => {
  const result = await inApp(`
    const done = await DB.exec("INSERT INTO people (name) VALUES ('Cy');\\nINSERT INTO people (name) VALUES ('Di');");
    return { count: done.count, rows: await DB.prepare("SELECT COUNT(*) AS n FROM people").first("n") };
  `);
  expect(result).toEqual({ count: 2, rows: 4 });
});

it("answers queries in a session as it does outside", async () => {
  expect(await inApp(`return DB.withSession().prepare("SELECT 1 AS one").first("one");`)).toBe(1);
});
