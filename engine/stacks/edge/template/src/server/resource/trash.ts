// Deleting marks a record and what belongs to it; restoring takes exactly these marks away. A record "belongs" to those
// that its required references point to. An optional reference to something in the trash reads as empty meanwhile.
import { and, asc, count, desc, eq, inArray, isNotNull, not, or, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { modelOf } from "../../shared/lookup.ts";
import type { ApiRecord, FieldMeta, ModelMeta, TrashPage } from "../../shared/model.ts";
import { models } from "../../shared/models.ts";
import type { Db } from "../db/client.ts";
import { ApiError } from "../errors.ts";
import { authorise, visible } from "../permissions.ts";
import { tableOf, toApiRecords } from "./labels.ts";
import { pageOf } from "./list.ts";
import { recordChange } from "../webhooks/outbox.ts";
import { columnOf, isLive, type Resource, type ResourceTable, type Row } from "./table.ts";
import { explainRefusal, findRecord, findRow } from "./write.ts";
import { words } from "../words.ts";

const erasedAtOnce = 200;

const owners = (model: ModelMeta): FieldMeta[] =>
  model.fields.filter(({ reference }) => reference?.onDelete === "cascade");

const ownerTable = (field: FieldMeta): ResourceTable => tableOf(modelOf(field.reference?.model ?? ""));

/**
 * Models whose records may go with one of `root`, each after those it belongs to. There are no circles: a model that
 * required a record of itself could never have a first one.
 */
export function dependentModels(root: ModelMeta): ModelMeta[] {
  const belongsTo = (model: ModelMeta, keys: ReadonlySet<string>): boolean =>
    model !== root && owners(model).some(({ reference }) => keys.has(reference?.model ?? ""));
  const reached = new Set([root.key]);
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const model of models) if (belongsTo(model, reached)) reached.add(model.key);
  }
  reached.delete(root.key);
  const ordered: ModelMeta[] = [];
  while (reached.size > 0) {
    const open = models.filter(({ key }) => reached.has(key));
    const next = open.find((model) => !belongsTo(model, reached)) ?? (open[0] as ModelMeta);
    reached.delete(next.key);
    ordered.push(next);
  }
  return ordered;
}

/** Whether the record that `field` points to lies in the trash, there for the deletion of `root` or for any. */
function pointsToTrash(table: ResourceTable, field: FieldMeta, root?: string): SQL {
  const owner = ownerTable(field);
  const isGone = root === undefined ? isNotNull(owner._deletedWith) : eq(owner._deletedWith, root);
  return sql`exists (select 1 from ${owner} where ${owner.id} = ${columnOf(table, field.key)} and ${isGone})`;
}

/** Neither deleting nor restoring is an edit. */
const mark = (table: ResourceTable, deletedAt: string | null, deletedWith: string | SQL | null) => ({
  _deletedAt: deletedAt,
  _deletedWith: deletedWith,
  updatedAt: sql`${table.updatedAt}`,
});

type Statements = [BatchItem<"sqlite">, ...BatchItem<"sqlite">[]];

export async function deleteRecord(db: Db, resource: Resource, id: string): Promise<void> {
  const before = await findRow(db, resource, id);
  await authorise(db, resource.model, "delete", id);
  const deletedAt = new Date().toISOString();
  const statements: Statements = [
    db
      .update(resource.table)
      .set(mark(resource.table, deletedAt, id))
      .where(and(isLive(resource.table), eq(resource.table.id, id))),
  ];
  for (const model of dependentModels(resource.model)) {
    const table = tableOf(model);
    const belongs = or(...owners(model).map((field) => pointsToTrash(table, field, id)));
    statements.push(db.update(table).set(mark(table, deletedAt, id)).where(and(isLive(table), belongs)));
  }
  statements.push(...(await recordChange(db, { action: "delete", model: resource.model, id, before, values: null })));
  await db.batch(statements);
}

/** What the record belongs to must be there first. */
async function refuseOrphan(db: Db, { model }: Resource, row: Row): Promise<void> {
  for (const field of owners(model)) {
    const owner = ownerTable(field);
    const id = row[field.key];
    if (typeof id !== "string") continue;
    // oxlint-disable-next-line no-await-in-loop
    const gone = await db
      .select({ id: owner.id })
      .from(owner)
      .where(and(isNotNull(owner._deletedAt), eq(owner.id, id)))
      .limit(1);
    if (gone.length > 0)
      throw new ApiError("CONFLICT", words.restoreFirst(field.label));
  }
}

/** Brings back the record and what its deletion took along. */
export async function restoreRecord(db: Db, resource: Resource, id: string): Promise<ApiRecord> {
  const rows = await db
    .select()
    .from(resource.table)
    .where(and(visible(db, resource.model), eq(resource.table.id, id)))
    .limit(1);
  const row = rows[0] as Row | undefined;
  if (!row)
    throw new ApiError("NOT_FOUND_ERROR", words.notInTrash(resource.model));
  await authorise(db, resource.model, "delete", id);
  // Restoring twice is once.
  if (row._deletedAt === null) return findRecord(db, resource, id);
  await refuseOrphan(db, resource, row);
  const statements: Statements = [
    db.update(resource.table).set(mark(resource.table, null, null)).where(eq(resource.table.id, id)),
  ];
  for (const model of dependentModels(resource.model)) {
    const table = tableOf(model);
    const came = eq(table._deletedWith, id);
    const isHeldBack = owners(model).map((field) => pointsToTrash(table, field));
    statements.push(
      db
        .update(table)
        .set(mark(table, null, null))
        .where(and(came, not(or(...isHeldBack) ?? sql`0`))),
    );
    // It also belongs to something else in the trash: it comes back with that.
    owners(model).forEach((field, at) => {
      const owner = ownerTable(field);
      const other = sql`(select ${owner._deletedWith} from ${owner} where ${owner.id} = ${columnOf(table, field.key)})`;
      statements.push(
        db
          .update(table)
          .set({ _deletedWith: other, updatedAt: sql`${table.updatedAt}` })
          .where(and(came, isHeldBack[at])),
      );
    });
  }
  statements.push(...(await recordChange(db, { action: "restore", model: resource.model, id, before: row, values: null })));
  try {
    await db.batch(statements);
  } catch (error) {
    throw explainRefusal(error);
  }
  return findRecord(db, resource, id);
}

/** Deleted by themselves, not with another record. */
const isTrashed = (db: Db, model: ModelMeta): SQL | undefined =>
  and(eq(tableOf(model)._deletedWith, tableOf(model).id), visible(db, model));

export async function listTrash(
  db: Db,
  { model, table }: Resource,
  query: Readonly<Record<string, string>>,
): Promise<TrashPage> {
  const { page, pageSize } = pageOf(query);
  const [rows, totals] = await db.batch([
    db
      .select()
      .from(table)
      .where(isTrashed(db, model))
      .orderBy(desc(table._deletedAt), desc(table.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db.select({ total: count() }).from(table).where(isTrashed(db, model)),
  ]);
  const found = rows as Row[];
  const along = await countAlong(db, model, found.map(({ id }) => id));
  const records = await toApiRecords(db, model, found);
  return {
    items: records.map((record, at) => ({
      ...record,
      _deletedAt: found[at]?._deletedAt ?? "",
      _deletedToo: along.get(record.id) ?? 0,
    })),
    total: totals[0]?.total ?? 0,
    page,
    pageSize,
  };
}

/** How many other records each deletion took along. */
async function countAlong(db: Db, model: ModelMeta, ids: readonly string[]): Promise<Map<string, number>> {
  const along = new Map<string, number>();
  if (ids.length === 0) return along;
  for (const dependent of dependentModels(model)) {
    const table = tableOf(dependent);
    // oxlint-disable-next-line no-await-in-loop
    const rows = await db
      .select({ root: table._deletedWith, total: count() })
      .from(table)
      .where(inArray(table._deletedWith, [...ids].slice(0, 90)))
      .groupBy(table._deletedWith);
    for (const { root, total } of rows) along.set(String(root), (along.get(String(root)) ?? 0) + total);
  }
  return along;
}

/** Deletes for good what the trash of a model holds, the oldest first; `left` says whether to ask once more. */
export async function emptyTrash(db: Db, { model, table }: Resource): Promise<{ erased: number; left: number }> {
  await authorise(db, model, "purge");
  const [found, totals] = await db.batch([
    db.select().from(table).where(isTrashed(db, model)).orderBy(asc(table._deletedAt)).limit(erasedAtOnce),
    db.select({ total: count() }).from(table).where(isTrashed(db, model)),
  ]);
  const rows = found as Row[];
  const erasures = rows.map(async (row) => [
    db.delete(table).where(eq(table.id, row.id)),
    ...(await recordChange(db, { action: "purge", model, id: row.id, before: row, values: null })),
  ]);
  const [first, ...others] = (await Promise.all(erasures)).flat();
  if (first) await db.batch([first, ...others]);
  return { erased: rows.length, left: (totals[0]?.total ?? 0) - rows.length };
}

/** How much lies in the trash, by model. */
export async function countTrash(db: Db): Promise<{ models: { model: string; count: number }[] }> {
  const counted = await Promise.all(
    models.map(async (model) => {
      const table = tableOf(model);
      const rows = await db.select({ total: count() }).from(table).where(isTrashed(db, model));
      return { model: model.key, count: rows[0]?.total ?? 0 };
    }),
  );
  return { models: counted };
}
