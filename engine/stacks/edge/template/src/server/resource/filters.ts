// Query string → conditions. Unknown parameters are ignored, so that links keep working when fields are renamed.
import { and, type AnyColumn, eq, gte, inArray, isNull, lte, notInArray, or, sql, type SQL } from "drizzle-orm";
import { today } from "../../shared/day.ts";
import { fieldOf, modelOf } from "../../shared/lookup.ts";
import type { BadgeMeta, FieldMeta, ModelMeta } from "../../shared/model.ts";
import type { Db } from "../db/client.ts";
import { shown } from "./shown.ts";
import { tableOf } from "./labels.ts";
import { columnOf, isSearchable, type ResourceTable } from "./table.ts";

// Together with the filters below D1's 100 bound values a statement.
const mostWords = 4;
const mostColumns = 12;
const mostFilters = 20;

/** `instr` rather than LIKE: no pattern to escape, and D1 limits patterns to 50 bytes. */
const contains = (column: AnyColumn, word: string): SQL => sql`instr(lower(${column}), ${word}) > 0`;

function titleContains(model: ModelMeta, word: string): SQL | undefined {
  const table = tableOf(model);
  const columns = model.titleFields
    .map((key) => fieldOf(model, key))
    .filter((field) => field !== undefined && isSearchable(field))
    .map((field) => columnOf(table, field?.key ?? "id"));
  return columns.length > 0 ? or(...columns.map((column) => contains(column, word))) : undefined;
}

/** Single-line texts and references before the rest, so that the limit falls on long texts. */
function mostTellingFirst(model: ModelMeta): FieldMeta[] {
  const rank = (field: FieldMeta): number =>
    model.titleFields.includes(field.key) ? 0 : field.type === "text" ? 1 : field.reference ? 2 : 3;
  return model.fields.toSorted((a, b) => rank(a) - rank(b));
}

function matchesWord(db: Db, model: ModelMeta, table: ResourceTable, word: string): SQL | undefined {
  const conditions: SQL[] = [];
  for (const field of mostTellingFirst(model)) {
    if (conditions.length >= mostColumns) break;
    const column = columnOf(table, field.key);
    if (isSearchable(field)) conditions.push(contains(column, word));
    if (!field.reference) continue;
    const target = modelOf(field.reference.model);
    const title = titleContains(target, word);
    if (title)
      conditions.push(
        sql`${column} in (select ${sql.identifier("id")} from ${tableOf(target)} where ${and(shown(db, target), title)})`,
      );
  }
  return conditions.length > 0 ? or(...conditions) : sql`instr(lower(${table.id}), ${word}) > 0`;
}

/** Every word has to occur somewhere in the record, or in the name of a record it points to. */
export function searchCondition(db: Db, model: ModelMeta, table: ResourceTable, query: string): SQL | undefined {
  // Like SQLite's lower(), for ASCII alone.
  const words = query
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .split(/\s+/)
    .filter((word) => word !== "");
  return and(...words.slice(0, mostWords).map((word) => matchesWord(db, model, table, word)));
}

function fieldCondition(field: FieldMeta, column: AnyColumn, value: string): SQL | undefined {
  switch (field.type) {
    case "boolean":
      return eq(column, value === "true");
    case "enum":
    case "reference":
      return inArray(column, [value, ...value.split(",").slice(0, 10)]);
    case "integer":
    case "decimal":
    case "money":
      return Number.isFinite(Number(value)) ? eq(column, Number(value)) : undefined;
    case "date":
    case "dateTime":
      return and(gte(column, value), lte(column, `${value}~`));
    default:
      return eq(column, value);
  }
}

/** `price.from=10`, `dueOn.to=2026-03-31`: bounds that include their own value, a day until its end. */
function rangeCondition(field: FieldMeta, column: AnyColumn, query: Readonly<Record<string, string>>): SQL | undefined {
  const isTime = field.type === "date" || field.type === "dateTime";
  if (!isTime && !["integer", "decimal", "money"].includes(field.type)) return undefined;
  const bound = (side: "from" | "to"): string | number | undefined => {
    const value = query[`${field.key}.${side}`]?.slice(0, 40);
    if (value === undefined || value === "") return undefined;
    if (isTime) return side === "to" ? `${value}~` : value;
    return Number.isFinite(Number(value)) ? Number(value) : undefined;
  };
  const [from, to] = [bound("from"), bound("to")];
  return and(from === undefined ? undefined : gte(column, from), to === undefined ? undefined : lte(column, to));
}

/** The SQL twin of `badgeHolds`. */
export function badgeCondition(badge: BadgeMeta, table: ResourceTable): SQL {
  const holds = badgeComparison(badge, table);
  if (!badge.unless) return holds;
  const column = columnOf(table, badge.unless.field);
  const { values } = badge.unless;
  const isFree = values ? sql`(${isNull(column)} or ${notInArray(column, [...values])})` : sql`coalesce(${column}, '') = ''`;
  return sql`${holds} and ${isFree}`;
}

function badgeComparison(badge: BadgeMeta, table: ResourceTable): SQL {
  const left = columnOf(table, badge.field);
  if (badge.operator === "before-today") return sql`substr(${left}, 1, 10) < ${today()}`;
  if (badge.operator === "after-today") return sql`substr(${left}, 1, 10) > ${today()}`;
  const right = badge.otherField === undefined ? sql.param(badge.value, left) : columnOf(table, badge.otherField);
  return sql`${left} ${sql.raw(badge.operator)} ${right}`;
}

export function listCondition(
  db: Db,
  model: ModelMeta,
  table: ResourceTable,
  query: Readonly<Record<string, string>>,
): SQL | undefined {
  const conditions: (SQL | undefined)[] = [];
  if (query["q"]) conditions.push(searchCondition(db, model, table, query["q"].slice(0, 200)));
  const badge = model.badges.find((candidate) => candidate.slug === query["badge"]);
  if (badge) conditions.push(badgeCondition(badge, table));
  for (const field of model.fields) {
    if (conditions.length >= mostFilters) break;
    const range = rangeCondition(field, columnOf(table, field.key), query);
    if (range) conditions.push(range);
    const value = query[field.key];
    if (value === undefined || value === "") continue;
    conditions.push(fieldCondition(field, columnOf(table, field.key), value));
  }
  return and(...conditions);
}
