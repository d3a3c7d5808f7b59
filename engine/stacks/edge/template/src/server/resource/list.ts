import { and, asc, type Column, count, desc, type SQL, sql } from "drizzle-orm";
import type { ApiPage, FieldMeta, ModelMeta, RecordLabel } from "../../shared/model.ts";
import { fieldOf } from "../../shared/lookup.ts";
import type { Db } from "../db/client.ts";
import { shown } from "./shown.ts";
import { listCondition, searchCondition } from "./filters.ts";
import { toApiRecords } from "./labels.ts";
import { columnOf, type Resource, type ResourceTable, type Row } from "./table.ts";

export const largestPage = 100;
const optionsShown = 20;

const positive = (value: string | undefined, fallback: number, most: number): number => {
  const number = Math.trunc(Number(value));
  return number >= 1 ? Math.min(number, most) : fallback;
};

const textual = new Set(["text", "longText", "richText", "email", "url", "phone"]);

/** What a column is ordered by: text without case, choices as they are listed. */
function orderKey({ key, type, choices }: FieldMeta, table: ResourceTable): SQL | Column {
  const column = columnOf(table, key);
  if (!choices) return textual.has(type) ? sql`${column} collate nocase` : column;
  const listed = `\n${choices.map(({ value }) => value).join("\n")}\n`;
  return sql`instr(${listed}, char(10) || ${column} || char(10))`;
}

/** "name" ascending, "-name" descending; as the model says when nothing is asked for, else newest first. The id keeps pages stable. */
function orderBy(model: ModelMeta, table: ResourceTable, asked: string | undefined): SQL[] {
  const sort = asked ?? model.order;
  const direction = sort?.startsWith("-") ? desc : asc;
  const key = sort?.replace(/^-/, "") ?? "";
  const field = fieldOf(model, key);
  if (field) return [direction(orderKey(field, table)), asc(table.id)];
  if (key === "createdAt" || key === "updatedAt") return [direction(table[key]), asc(table.id)];
  return [desc(table.createdAt), asc(table.id)];
}

export function pageOf(query: Readonly<Record<string, string>>): { page: number; pageSize: number } {
  return { page: positive(query["page"], 1, 1_000_000), pageSize: positive(query["pageSize"], 20, largestPage) };
}

export async function listRecords(
  db: Db,
  { model, table }: Resource,
  query: Readonly<Record<string, string>>,
): Promise<ApiPage> {
  const { page, pageSize } = pageOf(query);
  const condition = and(shown(db, model), listCondition(db, model, table, query));
  const [rows, totals] = await db.batch([
    db
      .select()
      .from(table)
      .where(condition)
      .orderBy(...orderBy(model, table, query["sort"]))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db.select({ total: count() }).from(table).where(condition),
  ]);
  return { items: await toApiRecords(db, model, rows as Row[]), total: totals[0]?.total ?? 0, page, pageSize };
}

/** What a picker offers: names matching the search, newest first. */
export async function listOptions(
  db: Db,
  { model, table }: Resource,
  query: string,
): Promise<{ items: RecordLabel[] }> {
  const rows = await db
    .select()
    .from(table)
    .where(and(shown(db, model), searchCondition(db, model, table, query.slice(0, 200))))
    .orderBy(desc(table.createdAt), asc(table.id))
    .limit(optionsShown);
  const records = await toApiRecords(db, model, rows as Row[]);
  return { items: records.map(({ id, _label }) => ({ id, label: _label })) };
}
