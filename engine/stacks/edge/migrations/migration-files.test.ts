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
import { systemTables } from "../../shared/reserved.ts";
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
    expectRenamesFollowed(oldApp, nextApp);
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
    if (later.has("migrations/0901_access.sql"))
      for (const table of Object.values(systemTables)) database.exec(`DELETE FROM ${quoted(table)}`);
    for (const statement of (later.get("migrations/seed.sql") ?? "").split("--> statement-breakpoint"))
      database.exec(statement);
    database.exec("ROLLBACK");
    fresh.close();
    files = later;
    prd = next;
  }
  database.close();
}

/** What the plan says was renamed continues, unless several things could be meant. */
function expectRenamesFollowed(old: ResolvedApp, next: ResolvedApp): void {
  const { models } = matchSchemas(old, next);
  type Named = { lineage: readonly string[] };
  const begins = (whole: Named, part: Named): boolean => part.lineage.every((name, at) => name === whole.lineage[at]);
  for (const model of next.models) {
    if (model.lineage.length === 1) continue;
    const related = (one: Named, other: Named): boolean => begins(one, other) || begins(other, one);
    const [from, ...others] = old.models.filter((other) => related(model, other));
    if (!from || others.length > 0 || from.lineage.length >= model.lineage.length) continue;
    if (next.models.filter((other) => related(from, other)).length > 1) continue;
    expect(models.find((pair) => pair.next === model)?.old).toBe(from);
  }
}

/** Renames models and fields, and lets two models change names. */
function rename(prd: Prd, chance: () => number): Prd {
  const names = new Map<string, string>();
  prd.models.forEach((model, at) => {
    const other = prd.models[(at + 1) % prd.models.length];
    if (chance() > 7) names.set(model.name, `Renamed ${at} ${model.name}`.slice(0, 60).trim());
    else if (chance() > 8 && other && other !== model && !names.has(model.name) && !names.has(other.name)) {
      names.set(model.name, other.name);
      names.set(other.name, model.name);
    }
  });
  const renamed = <Item extends { name: string; formerly?: string[] | undefined }>(item: Item, name: string): Item =>
    name === item.name ? item : { ...item, name, formerly: [...(item.formerly ?? []), item.name] };
  const shown = (name: string): string => names.get(name) ?? name;
  return {
    ...prd,
    models: prd.models.map((model) => {
      const fields = model.fields.map((field) => {
        const target = field.target === undefined ? field : { ...field, target: shown(field.target) };
        return chance() > 7 ? renamed(target, `new ${field.name}`.slice(0, 60).trim()) : target;
      });
      return { ...renamed(model, shown(model.name)), fields };
    }),
    relationships: prd.relationships.map((one) => ({ ...one, from: shown(one.from), to: shown(one.to) })),
  };
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
    const changed = {
      ...prd,
      models: all,
      relationships: [...prd.relationships.filter(() => chance() > 2), ...other.relationships.slice(0, chance() % 3)],
    };
    return rename(changed, chance);
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
    expect([...second.keys()].slice(0, 2)).toEqual(["migrations/0001_init.sql", "migrations/0002_add_trash.sql"]);
    // An app from before the uploads gains their tables beside it.
    expect(second.has("migrations/0950_uploads.sql")).toBe(true);
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

  const field = (name: string, formerly?: string[]): Prd["models"][number]["fields"][number] => ({
    name,
    type: "text",
    required: false,
    unique: false,
    ...(formerly && { formerly }),
  });
  const planOf = (models: Prd["models"], relationships: Prd["relationships"] = []): Prd => ({
    ...inventoryPrd,
    models,
    relationships,
    badges: [],
  });

  /** The rows of a table after the versions, each described by its own columns. */
  function rowsAfter(versions: readonly Prd[], table: string): Row[] {
    const [first, ...others] = versions as [Prd, ...Prd[]];
    let files = edgeStack.generate(first);
    const database = open(files, true);
    let prd = first;
    for (const next of others) {
      const before = migrationsOf(files);
      files = edgeStack.generate(next, { prd, migrations: before });
      for (const [path, text] of migrationsOf(files)) if (!before.has(path)) apply(database, text);
      prd = next;
    }
    const rows = rowsOf(database, table);
    database.close();
    return rows;
  }

  test("renames a model with its keys, links and fields, and keeps every row", () => {
    const before = planOf(
      [
        { name: "Customer", fields: [field("title"), field("city")] },
        { name: "Order", fields: [field("number")] },
        { name: "Tag", fields: [field("word")] },
      ],
      [
        { from: "Customer", to: "Order", kind: "one-to-many", name: "customer" },
        { from: "Customer", to: "Tag", kind: "many-to-many", name: "tags" },
      ],
    );
    const after = planOf(
      [
        { name: "Client", formerly: ["Customer"], fields: [field("name", ["title"]), field("city")] },
        { name: "Order", fields: [field("number")] },
        { name: "Tag", fields: [field("word")] },
      ],
      [
        { from: "Client", to: "Order", kind: "one-to-many", name: "client" },
        { from: "Client", to: "Tag", kind: "many-to-many", name: "tags" },
      ],
    );
    const files = edgeStack.generate(after, { prd: before, migrations: migrationsOf(edgeStack.generate(before)) });
    expect([...migrationsOf(files).keys()]).toContain("migrations/0002_rename_customers_to_clients.sql");
    expect(files.get("migrations/0002_rename_customers_to_clients.sql")).not.toContain("_retired_");
    const keyed = (rows: Row[], key: string, value: string) => rows.map((row) => [row["id"], row[key], row[value]]);
    expect(keyed(rowsAfter([before, after], "clients"), "name", "city")).toEqual(
      keyed(rowsAfter([before], "customers"), "title", "city"),
    );
    expect(keyed(rowsAfter([before, after], "orders"), "number", "client_id")).toEqual(
      keyed(rowsAfter([before], "orders"), "number", "customer_id"),
    );
    expect(rowsAfter([before, after], "client_tags").map((row) => Object.values(row))).toEqual(
      rowsAfter([before], "customer_tags").map((row) => Object.values(row)),
    );
    follow([before, after, before, after]);
  });

  test("follows a chain of renames, and renames nothing again when the plan only repeats them", () => {
    const one = planOf([{ name: "Customer", fields: [field("title")] }]);
    const two = planOf([{ name: "Client", formerly: ["Customer"], fields: [field("name", ["title"])] }]);
    const three = planOf([
      { name: "Buyer", formerly: ["Customer", "Client"], fields: [field("label", ["title", "name"])] },
    ]);
    const titles = rowsAfter([one], "customers").map((row) => row["title"]);
    expect(rowsAfter([one, two, three, three], "buyers").map((row) => row["label"])).toEqual(titles);
    // A version that was never shown in between.
    expect(rowsAfter([one, three], "buyers").map((row) => row["label"])).toEqual(titles);
    const files = edgeStack.generate(two, { prd: one, migrations: migrationsOf(edgeStack.generate(one)) });
    const again = edgeStack.generate(two, { prd: two, migrations: migrationsOf(files) });
    expect(migrationsOf(again)).toEqual(migrationsOf(files));
  });

  test("lets two models and two fields change names, and once only", () => {
    const one = planOf([
      { name: "Red", fields: [field("left"), field("right")] },
      { name: "Blue", fields: [field("left"), field("right")] },
    ]);
    const swapped = planOf([
      { name: "Red", formerly: ["Blue"], fields: [field("left", ["right"]), field("right", ["left"])] },
      { name: "Blue", formerly: ["Red"], fields: [field("left"), field("right")] },
    ]);
    const columns = (rows: Row[], ...names: string[]) => rows.map((row) => names.map((name) => row[name]));
    const [reds, blues] = [rowsAfter([one], "reds"), rowsAfter([one], "blues")];
    for (const versions of [
      [one, swapped],
      [one, swapped, swapped],
    ]) {
      expect(columns(rowsAfter(versions, "reds"), "id", "right", "left")).toEqual(
        columns(blues, "id", "left", "right"),
      );
      expect(columns(rowsAfter(versions, "blues"), "id", "left", "right")).toEqual(
        columns(reds, "id", "left", "right"),
      );
    }
  });

  test("tells a renamed model from a new one that takes its old name", () => {
    const one = planOf([{ name: "Task", fields: [field("title")] }]);
    const two = planOf([
      { name: "Task", fields: [field("title")] },
      { name: "Chore", formerly: ["Task"], fields: [field("title")] },
    ]);
    const told = (rows: Row[]) => rows.map((row) => [row["id"], row["title"]]);
    expect(told(rowsAfter([one, two], "chores"))).toEqual(told(rowsAfter([one], "tasks")));
    expect(rowsAfter([one, two], "tasks")).toEqual([]);
  });

  test("keeps a table whole before it is made anew, where people wrote migrations of their own", () => {
    const one = planOf([{ name: "Customer", fields: [field("title")] }]);
    const two = planOf([{ name: "Client", formerly: ["Customer"], fields: [field("title")] }]);
    const files = edgeStack.generate(one);
    const own = new Map([
      ...migrationsOf(files),
      ["migrations/0002_own.sql", `ALTER TABLE "customers" ADD COLUMN "shoe_size" INTEGER NOT NULL DEFAULT 42;`],
    ]);
    const later = edgeStack.generate(two, { prd: one, migrations: own, hasOwnMigrations: true });
    const database = open(files, true);
    for (const [path, text] of migrationsOf(later)) if (!path.includes("0001")) apply(database, text);
    const [kept, now] = [rowsOf(database, "_retired_0003_whole_customers"), rowsOf(database, "clients")];
    expect(kept.map((row) => [row["id"], row["shoe_size"]])).toEqual(now.map((row) => [row["id"], 42]));
    expect(now.length).toBeGreaterThan(0);
    database.close();
  });

  test("keeps every row and value that still has a place, whatever changed", () => {
    fc.assert(
      fc.property(
        arbitraryPrd.chain((prd) =>
          mutation(prd).chain((next) => mutation(next).map((third) => [prd, next, third] as const)),
        ),
        (versions) => follow(versions),
      ),
      { numRuns: 40, seed: 20_261_121, endOnFailure: true },
    );
  }, 300_000);
});
