import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryPrd } from "#engine/prd/arbitrary.ts";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import { resolvePrd } from "#engine/prd/resolve.ts";
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { Prd } from "#engine/prd/schema.ts";
import type { FileTree } from "../../stack.ts";
import { edgeStack } from "../edge-stack.ts";
import { matchSchemas } from "./match-schemas.ts";

type Row = Record<string, unknown>;
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function apply(database: DatabaseSync, text: string): void {
  // In one transaction with foreign keys enforced, as D1 does.
  database.exec("BEGIN");
  for (const statement of text.split("--> statement-breakpoint")) database.exec(statement);
  database.exec("COMMIT");
}

const migrationsOf = (files: FileTree): Map<string, string> =>
  new Map([...files].filter(([path]) => /^migrations\/\d{4}_/.test(path)));

function open(files: FileTree, withSeed: boolean): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  for (const text of migrationsOf(files).values()) apply(database, text);
  if (withSeed) apply(database, files.get("migrations/seed.sql") ?? "");
  return database;
}

const rowsOf = (database: DatabaseSync, table: string): Row[] =>
  database.prepare(`SELECT * FROM ${quoted(table)} ORDER BY 1`).all() as Row[];

const columnsOf = (database: DatabaseSync, table: string, relaxed: string): Row[] =>
  (database.prepare(`PRAGMA table_info(${quoted(table)})`).all() as Row[])
    .map(({ cid: _cid, ...column }) =>
      relaxed.includes(`-- may be empty: ${quoted(table)}.${quoted(String(column["name"]))} `)
        ? { ...column, notnull: 0 }
        : column,
    )
    .sort((a, b) => (String(a["name"]) < String(b["name"]) ? -1 : 1));

/** The first migration as it was written before there was a trash: no marks, and uniqueness as a constraint. */
function beforeTrash(app: ResolvedApp, text: string): string {
  const isNewer = (statement: string): boolean =>
    /^\s*CREATE (UNIQUE INDEX|INDEX .* WHERE "_deleted_with")/.test(statement) ||
    app.models.some((model) =>
      model.fields.some(
        (field) =>
          field.unique &&
          statement.includes(
            `CREATE INDEX ${quoted(`${model.table}_${field.column}_index`)} ON ${quoted(model.table)} (`,
          ),
      ),
    );
  return text
    .split("--> statement-breakpoint")
    .filter((statement) => !isNewer(statement))
    .map((statement) => {
      const model = app.models.find(({ table }) => statement.includes(`CREATE TABLE ${quoted(table)} (`));
      const marked = (model?.fields ?? [])
        .filter(({ unique }) => unique)
        .reduce(
          (lines, { column }) =>
            lines.replace(new RegExp(`^(  "${column}" (?:TEXT|INTEGER|REAL)(?: NOT NULL)?)`, "m"), "$1 UNIQUE"),
          statement,
        );
      return marked.replace(/,\n {2}"_deleted_at" TEXT,\n {2}"_deleted_with" TEXT/, "");
    })
    .join("--> statement-breakpoint");
}

/** Every third record of each model goes into the trash. */
function trashSome(database: DatabaseSync, app: ResolvedApp): void {
  for (const { table } of app.models)
    database.exec(
      `UPDATE ${quoted(table)} SET "_deleted_at" = '2026-01-01T00:00:00.000Z', "_deleted_with" = "id" WHERE rowid % 3 = 0`,
    );
}

/** Follows a list of PRDs, one version each, in one database; checks every step. `isOld`: the first knew no trash. */
function follow(versions: readonly Prd[], isOld = false): void {
  const [first, ...others] = versions as [Prd, ...Prd[]];
  let files = edgeStack.generate(first);
  if (isOld) {
    const init = beforeTrash(resolvePrd(first), files.get("migrations/0001_init.sql") ?? "");
    expect(init).not.toContain("_deleted_at");
    files = new Map([...files, ["migrations/0001_init.sql", init]]);
  }
  let prd = first;
  const database = open(files, true);
  for (const next of others) {
    const previous = { prd, migrations: migrationsOf(files) };
    const later = edgeStack.generate(next, previous);
    expect([...edgeStack.generate(structuredClone(next), previous)]).toEqual([...later]);
    for (const [path, text] of previous.migrations) expect(later.get(path)).toBe(text);
    const [oldApp, nextApp] = [resolvePrd(prd), resolvePrd(next)];
    if (!isOld || prd !== first) trashSome(database, oldApp);
    const before = new Map([...oldApp.models, ...oldApp.links].map(({ table }) => [table, rowsOf(database, table)]));
    for (const [path, text] of migrationsOf(later)) if (!previous.migrations.has(path)) apply(database, text);

    expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
    const match = matchSchemas(oldApp, nextApp);
    for (const pair of match.models) {
      const after = new Map(rowsOf(database, pair.next.table).map((row) => [row["id"], row]));
      const rows = before.get(pair.old.table) ?? [];
      expect(after.size).toBe(rows.length);
      for (const row of rows) {
        const now = after.get(row["id"]);
        expect(now?.["created_at"]).toBe(row["created_at"]);
        expect(now?.["_deleted_at"]).toBe(row["_deleted_at"] ?? null);
        expect(now?.["_deleted_with"]).toBe(row["_deleted_with"] ?? null);
        for (const [field, old] of pair.fields) {
          if (field.type !== old.type || (field.unique && !old.unique) || field.type === "enum") continue;
          if (row[old.column] !== null) expect(now?.[field.column]).toEqual(row[old.column]);
        }
      }
    }
    for (const pair of match.links)
      expect(rowsOf(database, pair.next.table).length).toBe(before.get(pair.old.table)?.length);

    const history = [...migrationsOf(later).values()].join("\n");
    const fresh = open(edgeStack.generate(next), true);
    for (const { table } of [...nextApp.models, ...nextApp.links])
      expect(columnsOf(database, table, history)).toEqual(columnsOf(fresh, table, history));
    // Tables of capabilities that the app had once may stay behind.
    const own = [...nextApp.models, ...nextApp.links].map(({ table }) => `'${table}'`).join(", ");
    const indexes = `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${own || "''"}) ORDER BY name`;
    expect(database.prepare(indexes).all()).toEqual(fresh.prepare(indexes).all());
    // New records of every kind go through the new schema's columns.
    database.exec("BEGIN");
    for (const { table } of [...nextApp.links, ...nextApp.models]) database.exec(`DELETE FROM ${quoted(table)}`);
    for (const statement of (later.get("migrations/seed.sql") ?? "").split("--> statement-breakpoint"))
      database.exec(statement);
    database.exec("ROLLBACK");
    fresh.close();
    files = later;
    prd = next;
  }
  database.close();
}

/** Changes of a PRD by which most of it stays. */
const mutation = (prd: Prd): fc.Arbitrary<Prd> =>
  fc.tuple(arbitraryPrd, fc.infiniteStream(fc.nat(9))).map(([other, chances]) => {
    const chance = (): number => chances.next().value as number;
    const foreign = other.models.flatMap((model) => model.fields);
    const models = prd.models
      .filter(() => chance() > 1)
      .map((model) => ({
        ...model,
        fields: [
          ...model.fields
            .filter(() => chance() > 0)
            .map((field, at) => {
              const donor = foreign[(at + chance()) % Math.max(1, foreign.length)];
              if (chance() > 5 || !donor) return field;
              return { ...donor, name: field.name };
            }),
          ...foreign.slice(0, chance() % 3),
        ],
      }));
    const all = [...models, ...(chance() > 4 || models.length === 0 ? other.models.slice(0, 2) : [])];
    return {
      ...prd,
      models: all,
      relationships: [...prd.relationships.filter(() => chance() > 2), ...other.relationships.slice(0, chance() % 3)],
    };
  });

describe("a second version", () => {
  test("keeps its migrations when the schema stays", () => {
    const first = edgeStack.generate(inventoryPrd);
    const second = edgeStack.generate(
      { ...inventoryPrd, name: "Renamed" },
      { prd: inventoryPrd, migrations: migrationsOf(first) },
    );
    expect(migrationsOf(second)).toEqual(migrationsOf(first));
  });

  test("adds tables and optional columns without touching the others", () => {
    const [product, ...rest] = inventoryPrd.models as [Prd["models"][number], ...Prd["models"]];
    const next: Prd = {
      ...inventoryPrd,
      models: [
        { ...product, fields: [...product.fields, { name: "colour", type: "text", required: false, unique: false }] },
        ...rest,
        { name: "Warehouse", fields: [{ name: "name", type: "text", required: true, unique: false }] },
      ],
      relationships: [
        ...inventoryPrd.relationships,
        { from: "Warehouse", to: "Product", kind: "one-to-many", name: "warehouse" },
      ],
    };
    const first = edgeStack.generate(inventoryPrd);
    const second = edgeStack.generate(next, { prd: inventoryPrd, migrations: migrationsOf(first) });
    const text = second.get("migrations/0002_add_warehouses.sql") ?? "";
    expect(text).toContain('ALTER TABLE "products" ADD COLUMN "colour" TEXT;');
    expect(text).not.toContain("DROP TABLE");
    follow([inventoryPrd, next, inventoryPrd, next]);
  });

  test("gives an app from before the trash its columns once, and keeps its rows", () => {
    const first = edgeStack.generate(inventoryPrd);
    const init = beforeTrash(resolvePrd(inventoryPrd), first.get("migrations/0001_init.sql") ?? "");
    expect(init).toBe(readFileSync(join(import.meta.dirname, "fixtures/inventory-before-trash.sql"), "utf8"));
    const old = { prd: inventoryPrd, migrations: new Map([["migrations/0001_init.sql", init]]) };
    const second = migrationsOf(edgeStack.generate(inventoryPrd, old));
    expect([...second.keys()]).toEqual(["migrations/0001_init.sql", "migrations/0002_add_trash.sql"]);
    const third = migrationsOf(edgeStack.generate(inventoryPrd, { prd: inventoryPrd, migrations: second }));
    expect(third).toEqual(second);
    follow([inventoryPrd, inventoryPrd, inventoryPrd], true);
  });

  test("keeps every row of an app from before the trash, whatever changed", () => {
    fc.assert(
      fc.property(
        arbitraryPrd.chain((prd) => mutation(prd).map((next) => [prd, next, next] as const)),
        (versions) => follow(versions, true),
      ),
      { numRuns: 40, seed: 20_261_122, endOnFailure: true },
    );
  });

  test("keeps every row and value that still has a place, whatever changed", () => {
    fc.assert(
      fc.property(
        arbitraryPrd.chain((prd) =>
          mutation(prd).chain((next) => mutation(next).map((third) => [prd, next, third] as const)),
        ),
        (versions) => follow(versions),
      ),
      { numRuns: 60, seed: 20_261_121, endOnFailure: true },
    );
  });
});
