import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { systemTables } from "../../shared/reserved.ts";
import type { FileTree } from "../../stack.ts";
import { edgeStack } from "../edge-stack.ts";

const guarded: Prd = {
  ...inventoryPrd,
  roles: [{ name: "Clerk", description: "Clerks see their own movements" }],
  access: {
    signUp: "invited",
    rules: [
      { role: "Clerk", model: "*", actions: ["read"] },
      { role: "Clerk", model: "Stock Movement", actions: ["create", "update"], own: true },
    ],
  },
};

const migrationsOf = (files: FileTree): FileTree =>
  new Map([...files].filter(([path]) => /^migrations\/\d{4}_/.test(path)));

const execute = (database: DatabaseSync, text: string): void => {
  for (const statement of text.split("--> statement-breakpoint")) database.exec(statement);
};

test("an app without accounts holds nothing of them", () => {
  const files = edgeStack.generate(inventoryPrd);
  expect([...files.keys()].filter((path) => /access|sign-in|credentials\.ts/.test(path))).toEqual([
    "tests/credentials.ts",
  ]);
  for (const [path, text] of files) if (/\.(ts|tsx|sql)$/.test(path)) expect(text, path).not.toMatch(/_users|viewer/);
});

test("an app that gains accounts keeps its rows, which are nobody's, and gets the tables", () => {
  const first = edgeStack.generate(inventoryPrd);
  const second = edgeStack.generate(guarded, { prd: inventoryPrd, migrations: migrationsOf(first) });
  const database = new DatabaseSync(":memory:");
  for (const text of migrationsOf(first).values()) execute(database, text);
  execute(database, first.get("migrations/seed.sql") ?? "");
  const before = database.prepare("select * from products order by id").all();
  for (const [path, text] of migrationsOf(second)) if (!first.has(path)) execute(database, text);
  expect(database.prepare("select * from products order by id").all()).toEqual(before);
  for (const table of Object.values(systemTables))
    expect(database.prepare(`select count(*) as "count" from "${table}"`).get(), table).toEqual({ count: 0 });

  // And back and forth again: the accounts outlive a version without them.
  database.exec(`insert into _users (id, created_at, email, name, role) values ('a', '', 'a@b.c', 'A', 'admin')`);
  const third = edgeStack.generate(inventoryPrd, { prd: guarded, migrations: migrationsOf(second) });
  const fourth = edgeStack.generate(guarded, { prd: inventoryPrd, migrations: migrationsOf(third) });
  for (const [path, text] of migrationsOf(fourth)) if (!second.has(path)) execute(database, text);
  expect(migrationsOf(fourth)).toEqual(migrationsOf(second));
  expect(database.prepare("select name from _users").all()).toEqual([{ name: "A" }]);
});

test("the examples hold one person for each role, and records of those who see their own alone", () => {
  const files = edgeStack.generate(guarded);
  const database = new DatabaseSync(":memory:");
  for (const text of migrationsOf(files).values()) execute(database, text);
  execute(database, files.get("migrations/seed.sql") ?? "");
  expect(database.prepare("select role, password, is_example from _users order by created_at").all()).toEqual([
    { role: "admin", password: null, is_example: 1 },
    { role: "clerk", password: null, is_example: 1 },
  ]);
  const counts = database
    .prepare(
      "select u.role, count(*) as count from _record_owners o join _users u on u.id = o.user_id where o.model = 'stockMovement' group by u.role",
    )
    .all() as { role: string; count: number }[];
  expect(counts.map(({ role }) => role)).toEqual(["admin", "clerk"]);
  expect(database.prepare("select count(*) as count from _record_changes").get()).toEqual(
    database.prepare("select count(*) as count from _record_owners").get(),
  );
});

test("the README of an app with accounts does not tell to load people without a password", () => {
  expect(edgeStack.generate(inventoryPrd).get("README.md")).toContain("--file migrations/seed.sql");
  expect(edgeStack.generate(guarded).get("README.md")).not.toContain("--file migrations/seed.sql");
});
