// What generated apps use on hosts without files, over the wire of a libSQL server.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LibsqlD1 } from "../../../engine/stacks/edge/template/dev/libsql-d1.ts";
import { startLibsql, type LibsqlStandIn } from "./start-libsql.ts";

let folder: string;
let server: LibsqlStandIn;
let database: LibsqlD1;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "libsql-"));
  server = await startLibsql({ file: join(folder, "app.db"), token: "token" });
  database = new LibsqlD1(`${server.url}/`, "token");
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test("a new database is empty, and a migration with several statements fills it", async () => {
  expect(await database.isEmpty()).toBe(true);
  await database.exec(`-- Shelves and what stands on them.
CREATE TABLE "shelf" ("id" INTEGER PRIMARY KEY, "name" TEXT NOT NULL);
--> statement-breakpoint
CREATE TABLE "book" ("id" INTEGER PRIMARY KEY, "shelf_id" INTEGER REFERENCES "shelf" ("id"), "price" REAL, "cover" BLOB);
CREATE INDEX "book_shelf" ON "book" ("shelf_id");`);
  expect(await database.isEmpty()).toBe(false);
});

test("a migration that fails leaves nothing of itself", async () => {
  await expect(database.exec(`CREATE TABLE "half" ("id" INTEGER); INSERT INTO "nowhere" VALUES (1);`)).rejects.toThrow(
    "no such table: nowhere",
  );
  expect(await database.prepare("SELECT name FROM sqlite_master WHERE name = 'half'").first()).toBeNull();
});

test("values of every kind come back as they were bound", async () => {
  await database.prepare("INSERT INTO shelf VALUES (?, ?)").bind(1, "Ünter 'quotes'; --").run();
  const cover = new Uint8Array([0, 1, 254, 255]);
  await database.prepare("INSERT INTO book VALUES (?, ?, ?, ?)").bind(9_007_199_254_740_991, 1, 12.5, cover).run();
  await database.prepare("INSERT INTO book VALUES (?, ?, ?, ?)").bind(2, true, null, null).run();
  const { results } = await database.prepare("SELECT * FROM book ORDER BY id").all();
  expect(results).toEqual([
    { id: 2, shelf_id: 1, price: null, cover: null },
    { id: 9_007_199_254_740_991, shelf_id: 1, price: 12.5, cover },
  ]);
  expect(await database.prepare("SELECT id, price FROM book ORDER BY id").raw()).toEqual([
    [2, null],
    [9_007_199_254_740_991, 12.5],
  ]);
  expect(await database.prepare("SELECT name FROM shelf").first("name")).toBe("Ünter 'quotes'; --");
  expect(await database.prepare("SELECT name FROM shelf WHERE id = 7").first()).toBeNull();
});

test("a batch happens whole or not at all, and says why not", async () => {
  const insert = database.prepare("INSERT INTO shelf VALUES (?, ?)");
  await expect(database.batch([insert.bind(5, "Five"), insert.bind(5, "Five again")])).rejects.toThrow(
    "UNIQUE constraint failed: shelf.id",
  );
  const count = () => database.prepare("SELECT count(*) AS n FROM shelf").first("n");
  expect(await count()).toBe(1);
  const answers = await database.batch([
    insert.bind(5, "Five"),
    database.prepare("SELECT name FROM shelf WHERE id = 5"),
  ]);
  expect(answers).toMatchObject([{ results: [] }, { results: [{ name: "Five" }] }]);
  expect(await count()).toBe(2);
});

test("references are enforced, although each connection begins without", async () => {
  await expect(database.prepare("INSERT INTO book VALUES (?, ?, ?, ?)").bind(3, 999, null, null).run()).rejects.toThrow(
    "FOREIGN KEY constraint failed",
  );
});

test("a wrong token is refused without a word of the statement", async () => {
  const stranger = new LibsqlD1(server.url, "guessed");
  await expect(stranger.prepare("SELECT 1").first()).rejects.toThrow("D1_ERROR: the database answered 401");
});
