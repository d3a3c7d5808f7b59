// The migration from one version's schema to the next.
// D1 always enforces foreign keys, and dropping a table there deletes its rows first, which cascades into the tables that
// point to it. So a table is never rebuilt alone: it and all that point to it are copied, dropped, made anew and filled
// again. No PRAGMA is needed, and nothing depends on when constraints are checked.
import type { ResolvedApp, ResolvedField, ResolvedLink, ResolvedModel } from "#engine/prd/resolved.ts";
import { sqlName } from "../../shared/source-text.ts";
import {
  columnSql,
  createIndex,
  createLink,
  createTable,
  createTrashIndex,
  isIndexed,
  trashColumns,
} from "../emit-database.ts";
import { parentsFirst } from "../emit-seed.ts";
import { convertValue, distinctValue, fallbackValue } from "./convert-value.ts";
import { type LinkPair, matchSchemas, type ModelPair, parentsOf } from "./match-schemas.ts";

const breakpoint = "\n--> statement-breakpoint\n";
const recordColumns = ["id", "created_at", "updated_at"];
const trashNames = ["_deleted_at", "_deleted_with"];
/** A statement of the history that gave tables the columns of the trash; all tables get them at once. */
export const hasTrashPattern = /^(?:  |ALTER TABLE .* ADD COLUMN )"_deleted_at" TEXT/m;
const copyOf = (table: string): string => sqlName(`_copy_${table}`);
const relaxedMark = (table: string, column: string): string =>
  `-- may be empty: ${sqlName(table)}.${sqlName(column)} is required for new records; earlier records have none.`;

/**
 * SQL, or undefined when the schema stays. `number` is the new migration's. `keepCopies`: people changed tables by
 * migrations of their own, so a table that is made anew may lose what the plan does not know; its copy stays.
 */
export function emitNextMigration(
  old: ResolvedApp,
  next: ResolvedApp,
  history: string,
  number: string,
  keepCopies = false,
): string | undefined {
  const match = matchSchemas(old, next);
  const oldTables = new Map<string, ResolvedModel | ResolvedLink>(
    [...old.models, ...old.links].map((item) => [item.table, item]),
  );
  const kept = new Set([...match.models, ...match.links].map((pair) => pair.old.table));

  const isRelaxedNow = (pair: ModelPair, field: ResolvedField): boolean =>
    history.includes(relaxedMark(pair.old.table, field.column));
  const relaxed = new Set<ResolvedField>();
  for (const pair of match.models) {
    for (const field of pair.next.fields) {
      if (!field.reference || !field.required) continue;
      const before = pair.fields.get(field);
      if (!before?.required || (field.unique && !before.unique) || isRelaxedNow(pair, before)) relaxed.add(field);
    }
  }

  const hasTrash = hasTrashPattern.test(history);
  const affected = new Set([...oldTables.keys()].filter((table) => !kept.has(table)));
  for (const pair of match.models) if (mustRebuild(old, next, pair, hasTrash)) affected.add(pair.old.table);
  for (const pair of match.links)
    if (createLink(old, pair.old).join() !== createLink(next, pair.next).join()) affected.add(pair.old.table);
  for (let size = -1; size !== affected.size;) {
    size = affected.size;
    for (const [table, item] of oldTables)
      if (parentsOf(old, item).some((parent) => affected.has(parent))) affected.add(table);
  }

  const rebuiltModels = match.models.filter((pair) => affected.has(pair.old.table));
  const rebuiltLinks = match.links.filter((pair) => affected.has(pair.old.table));
  const notes: string[] = [];
  const statements: string[] = [];
  const retire = (table: string, columns: readonly string[] | "all"): void => {
    const name = `_retired_${number}_${table}`;
    const list = columns === "all" ? "*" : ["id", ...columns].map(sqlName).join(", ");
    notes.push(
      columns === "all"
        ? `-- The app no longer uses ${sqlName(table)}; its rows stay in ${sqlName(name)}.`
        : `-- Former values of ${sqlName(table)} (${columns.map(sqlName).join(", ")}) stay in ${sqlName(name)}.`,
    );
    statements.push(`CREATE TABLE ${sqlName(name)} AS SELECT ${list} FROM ${sqlName(table)};`);
  };

  for (const table of affected) if (!kept.has(table)) retire(table, "all");
  for (const pair of rebuiltModels) {
    const former = formerColumns(pair);
    if (former.length > 0) retire(pair.old.table, former);
  }
  for (const { old: before } of [...rebuiltModels, ...rebuiltLinks])
    statements.push(
      `CREATE TABLE ${copyOf(before.table)} AS SELECT *${!hasTrash && "fields" in before ? `, NULL AS "_deleted_at", NULL AS "_deleted_with"` : ""} FROM ${sqlName(before.table)};`,
    );
  const drops = childrenFirst(old, affected, oldTables);
  for (const { table, isReferenced } of drops) {
    statements.push(`DROP TABLE ${sqlName(table)};`);
    // Dropping one of those that point here changes rows of others that do as well, for which it has to be there.
    if (isReferenced) statements.push(`CREATE TABLE ${sqlName(table)} ("id" TEXT PRIMARY KEY);`);
  }
  for (const { table, isReferenced } of drops) if (isReferenced) statements.push(`DROP TABLE ${sqlName(table)};`);

  const isNew = (item: ResolvedModel | ResolvedLink): boolean =>
    ![...match.models, ...match.links].some((pair) => pair.next === item && !affected.has(pair.old.table));
  const order = parentsFirst(next);
  for (const model of order) if (isNew(model)) statements.push(...createTable(next, model, relaxed));
  for (const link of next.links) if (isNew(link)) statements.push(...createLink(next, link));

  const later: string[] = [];
  const filled = new Set<string>(
    match.models.filter((pair) => !affected.has(pair.old.table)).map((pair) => pair.next.key),
  );
  for (const model of order) {
    const pair = rebuiltModels.find((candidate) => candidate.next === model);
    if (!pair) continue;
    filled.add(model.key);
    const postponed = model.fields.filter(
      (field) => field.reference && pair.fields.has(field) && !filled.has(field.reference.model),
    );
    statements.push(fillModel(pair, postponed));
    for (const field of postponed) later.push(fillReference(pair, field));
  }
  statements.push(...later, ...rebuiltLinks.map(fillLink));
  for (const { old: before } of [...rebuiltModels, ...rebuiltLinks])
    statements.push(
      keepCopies
        ? `ALTER TABLE ${copyOf(before.table)} RENAME TO ${sqlName(`_retired_${number}_whole_${before.table}`)};`
        : `DROP TABLE ${copyOf(before.table)};`,
    );
  if (keepCopies && rebuiltModels.length + rebuiltLinks.length > 0)
    notes.push(
      "-- Tables made anew here stay whole under _retired_…_whole_ names: migrations of your own may have added to them.",
    );

  for (const pair of match.models) {
    if (!affected.has(pair.old.table)) {
      if (!hasTrash) {
        statements.push(
          ...trashColumns.map((column) => `ALTER TABLE ${sqlName(pair.next.table)} ADD COLUMN ${column};`),
          createTrashIndex(pair.next.table),
        );
      }
      for (const field of pair.next.fields) {
        if (pair.fields.has(field)) continue;
        statements.push(
          `ALTER TABLE ${sqlName(pair.next.table)} ADD COLUMN ${columnSql(next, field, relaxed.has(field))};`,
          ...(isIndexed(field) ? [createIndex(pair.next.table, field.column)] : []),
        );
      }
    }
    for (const field of pair.next.fields)
      if (relaxed.has(field)) notes.push(relaxedMark(pair.next.table, field.column));
  }
  if (statements.length === 0) return undefined;
  return `${[...notes, statements.join(breakpoint)].join("\n")}\n`;
}

/** False when the table is the same or ADD COLUMN is enough. */
function mustRebuild(old: ResolvedApp, next: ResolvedApp, pair: ModelPair, hasTrash: boolean): boolean {
  if (pair.old.table !== pair.next.table || pair.old.fields.length !== pair.fields.size) return true;
  // Before there was a trash, columns were unique by a constraint, which also counts deleted records.
  if (!hasTrash && pair.old.fields.some(({ unique }) => unique)) return true;
  return pair.next.fields.some((field) => {
    const before = pair.fields.get(field);
    if (before)
      return (
        columnSql(old, before) !== columnSql(next, field) ||
        before.type !== field.type ||
        before.unique !== field.unique
      );
    return field.unique || (field.required && !field.reference && field.type !== "boolean");
  });
}

/** Columns whose values the new table does not hold, or perhaps not as they were. */
function formerColumns(pair: ModelPair): string[] {
  const next = new Map([...pair.fields].map(([field, before]) => [before, field]));
  return pair.old.fields
    .filter((before) => {
      const field = next.get(before);
      if (!field || field.type !== before.type || (field.unique && !before.unique)) return true;
      const values = new Set(field.values?.map(({ value }) => value));
      return (before.values ?? []).some(({ value }) => !values.has(value));
    })
    .map(({ column }) => column);
}

function childrenFirst(
  app: ResolvedApp,
  tables: ReadonlySet<string>,
  items: ReadonlyMap<string, ResolvedModel | ResolvedLink>,
): { table: string; isReferenced: boolean }[] {
  const open = new Set([...items.keys()].filter((table) => tables.has(table)));
  const ordered: { table: string; isReferenced: boolean }[] = [];
  while (open.size > 0) {
    const isParent = (table: string): boolean =>
      [...open].some((other) => {
        const item = items.get(other);
        return other !== table && item !== undefined && parentsOf(app, item).includes(table);
      });
    // In a cycle of optional references any order does: the rows are copied already.
    const free = [...open].find((candidate) => !isParent(candidate));
    const table = free ?? ([...open][0] as string);
    open.delete(table);
    ordered.push({ table, isReferenced: free === undefined });
  }
  return ordered;
}

function fillModel(pair: ModelPair, postponed: readonly ResolvedField[]): string {
  const own = [...recordColumns, ...trashNames];
  const columns = [...own, ...pair.next.fields.map(({ column }) => column)].map(sqlName);
  const inner = pair.next.fields.map((field) => {
    const before = pair.fields.get(field);
    let value = "NULL";
    if (before && !postponed.includes(field))
      value = field.reference ? sqlName(before.column) : convertValue(before, field, sqlName(before.column));
    if (field.required && !field.reference)
      value = value === "NULL" ? fallbackValue(field) : `coalesce(${value}, ${fallbackValue(field)})`;
    // Without a value yet, a switch stands where a new record's would.
    else if (field.type === "boolean" && !before) value = fallbackValue(field);
    return `${value} AS ${sqlName(field.column)}`;
  });
  const outer = pair.next.fields.map((field) => {
    const before = pair.fields.get(field);
    const isSame = before?.unique && before.type === field.type && (before.required || !field.required);
    const name = sqlName(field.column);
    return field.unique && !isSame ? distinctValue(field, name) : name;
  });
  return [
    `INSERT INTO ${sqlName(pair.next.table)} (${columns.join(", ")})`,
    `SELECT ${[...own.map(sqlName), ...outer].join(", ")}`,
    `FROM (SELECT ${[...own.map(sqlName), ...inner].join(", ")} FROM ${copyOf(pair.old.table)});`,
  ].join("\n");
}

/** References in a circle: the rows they point to came later. */
function fillReference(pair: ModelPair, field: ResolvedField): string {
  const before = pair.fields.get(field);
  const value = sqlName(before?.column ?? field.column);
  const copied = `(SELECT "id", ${field.unique && !before?.unique ? distinctValue(field, value) : value} AS "value" FROM ${copyOf(pair.old.table)})`;
  const table = sqlName(pair.next.table);
  return `UPDATE ${table} SET ${sqlName(field.column)} = (SELECT "value" FROM ${copied} AS "copied" WHERE "copied"."id" = ${table}."id");`;
}

function fillLink({ old, next, isSwapped }: LinkPair): string {
  const [from, to] = isSwapped ? [old.toColumn, old.fromColumn] : [old.fromColumn, old.toColumn];
  return `INSERT INTO ${sqlName(next.table)} (${sqlName(next.fromColumn)}, ${sqlName(next.toColumn)})\nSELECT ${sqlName(from)}, ${sqlName(to)} FROM ${copyOf(old.table)};`;
}
