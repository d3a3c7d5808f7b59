// A person's look into an app's database, beside the app: tables, rows, changes of rows, and questions in SQL. Names are
// taken only as the database itself gives them. Everything is undone that a question writes.
import { z } from "zod";
import type { SqlValue } from "./statement.ts";

const cell = z.union([z.string().max(1_000_000), z.number(), z.null()]);
const row = z.record(z.string(), cell);
const table = z.string().min(1).max(200);

export const dataRequestSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("tables") }),
  z.object({
    do: z.literal("rows"),
    table,
    limit: z.int().min(1).max(500),
    offset: z.int().min(0),
    search: z.string().max(200),
    order: z.object({ column: z.string(), descending: z.boolean() }).nullable(),
  }),
  /** All of them, or none. */
  z.object({ do: z.literal("insert"), table, rows: z.array(row).min(1).max(500) }),
  z.object({ do: z.literal("update"), table, key: row, values: row }),
  z.object({ do: z.literal("delete"), table, keys: z.array(row).min(1).max(500) }),
  z.object({ do: z.literal("query"), sql: z.string().max(20_000) }),
]);
export type DataRequest = z.infer<typeof dataRequestSchema>;

export interface DataTable {
  name: string;
  rows: number;
  columns: DataColumn[];
}
export interface DataColumn {
  name: string;
  type: string;
  required: boolean;
  /** Part of the key that names a row. */
  key: boolean;
}
export interface DataRows {
  columns: string[];
  rows: SqlValue[][];
  /** Of the table, as far as it was searched; of a question, what it gave. */
  total: number;
  /** There was more than is given. */
  cut: boolean;
}

export const queryLimits = { rows: 1_000, ms: 2_000 } as const;
/** A message of the database or of ours, for whoever asked. */
export class DataRefused extends Error {}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const hidden = /^(_nx_|_cf_|sqlite_|d1_)/;

export function listTables(sql: SqlStorage): DataTable[] {
  const names = sql
    // What the app keeps for itself (uploads, accounts) comes behind what people made it for.
    .exec<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY substr(name, 1, 1) = '_', name",
    )
    .toArray();
  return names
    .filter(({ name }) => !hidden.test(name))
    .map(({ name }) => ({
      name,
      rows: count(sql, `SELECT count(*) AS n FROM ${quote(name)}`),
      columns: columnsOf(sql, name),
    }));
}

export function readRows(sql: SqlStorage, request: Extract<DataRequest, { do: "rows" }>): DataRows {
  const columns = known(sql, request.table).map(({ name }) => name);
  const { order, limit, offset } = request;
  if (order !== null && !columns.includes(order.column)) throw new DataRefused(`There is no column ${order.column}.`);
  const wanted = request.search.trim();
  const like = `%${wanted.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const where =
    wanted === ""
      ? ""
      : ` WHERE ${columns.map((name) => `CAST(${quote(name)} AS TEXT) LIKE ?1 ESCAPE '\\'`).join(" OR ")}`;
  const bound = wanted === "" ? [] : [like];
  const by = order === null ? "" : ` ORDER BY ${quote(order.column)}${order.descending ? " DESC" : ""}`;
  const from = `FROM ${quote(request.table)}${where}`;
  const total = count(sql, `SELECT count(*) AS n ${from}`, ...bound);
  const list = columns.map(quote).join(", ");
  const rows = [...sql.exec(`SELECT ${list} ${from}${by} LIMIT ${limit} OFFSET ${offset}`, ...bound).raw<SqlValue[]>()];
  return { columns, rows: rows.map(shown), total, cut: offset + rows.length < total };
}

/** To be called in a transaction: one refused row takes the others with it. */
export function changeRows(
  sql: SqlStorage,
  request: Extract<DataRequest, { do: "insert" | "update" | "delete" }>,
): { changed: number } {
  const columns = known(sql, request.table);
  const into = quote(request.table);
  const named = (values: Record<string, SqlValue>): string[] => {
    const names = Object.keys(values);
    const unknown = names.find((name) => !columns.some((column) => column.name === name));
    if (unknown !== undefined) throw new DataRefused(`There is no column ${unknown}.`);
    return names;
  };
  const where = (key: Record<string, SqlValue>): string => {
    const names = named(key);
    const wanted = columns.filter((column) => column.key).map(({ name }) => name);
    if (names.length !== wanted.length || !wanted.every((name) => names.includes(name)))
      throw new DataRefused("A row is named by the whole of its key.");
    return names.map((name) => `${quote(name)} IS ?`).join(" AND ");
  };
  let changed = 0;
  switch (request.do) {
    case "insert":
      for (const values of request.rows) {
        const names = named(values);
        if (names.length === 0) throw new DataRefused("A row has at least one value.");
        sql.exec(
          `INSERT INTO ${into} (${names.map(quote).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
          ...Object.values(values),
        );
        changed += 1;
      }
      return { changed };
    case "update": {
      const names = named(request.values);
      if (names.length === 0) throw new DataRefused("There is nothing to change.");
      const set = names.map((name) => `${quote(name)} = ?`).join(", ");
      // Not by rowsWritten, which counts indexes too.
      const found = count(
        sql,
        `SELECT count(*) AS n FROM ${into} WHERE ${where(request.key)}`,
        ...Object.values(request.key),
      );
      if (found !== 1) throw new DataRefused("This row is not there any more.");
      sql.exec(
        `UPDATE ${into} SET ${set} WHERE ${where(request.key)}`,
        ...Object.values(request.values),
        ...Object.values(request.key),
      );
      return { changed: 1 };
    }
    case "delete":
      for (const key of request.keys) {
        changed += count(sql, `SELECT count(*) AS n FROM ${into} WHERE ${where(key)}`, ...Object.values(key));
        sql.exec(`DELETE FROM ${into} WHERE ${where(key)}`, ...Object.values(key));
      }
      return { changed };
  }
}

/**
 * One question. It stands where only a SELECT can stand, and the caller undoes whatever happened meanwhile, so that SQL
 * which breaks out of there changes nothing either.
 */
export function askQuestion(sql: SqlStorage, question: string): DataRows {
  const text = question.trim().replace(/;\s*$/, "");
  if (text === "") throw new DataRefused("Ask something: SELECT …");
  const before = count(sql, "SELECT total_changes() AS n");
  const plan = [...sql.exec(`EXPLAIN QUERY PLAN SELECT * FROM (\n${text}\n)`).raw<SqlValue[]>()];
  // A step that feeds itself may never end, and nothing can stop a statement from outside.
  if (plan.some((line) => line.some((value) => typeof value === "string" && value.includes("RECURSIVE STEP"))))
    throw new DataRefused("Recursive questions are not asked here: they may never end.");
  const startedAt = Date.now();
  const cursor = sql.exec(`SELECT * FROM (\n${text}\n) LIMIT ${queryLimits.rows + 1}`);
  const rows: SqlValue[][] = [];
  for (const values of cursor.raw<SqlValue[]>()) {
    rows.push(shown(values));
    if (Date.now() - startedAt > queryLimits.ms)
      throw new DataRefused(`The question takes longer than ${queryLimits.ms / 1_000} s.`);
  }
  if (count(sql, "SELECT total_changes() AS n") !== before) throw new DataRefused("A question only reads.");
  const cut = rows.length > queryLimits.rows;
  return {
    columns: cursor.columnNames,
    rows: rows.slice(0, queryLimits.rows),
    total: Math.min(rows.length, queryLimits.rows),
    cut,
  };
}

function known(sql: SqlStorage, table: string): DataColumn[] {
  const found = sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table).toArray();
  if (hidden.test(table) || found.length === 0) throw new DataRefused(`There is no table ${table}.`);
  return columnsOf(sql, table);
}

function columnsOf(sql: SqlStorage, table: string): DataColumn[] {
  const rows = sql.exec<{ name: string; type: string; notnull: number; pk: number; dflt_value: string | null }>(
    `PRAGMA table_info(${quote(table)})`,
  );
  return rows.toArray().map(({ name, type, notnull, pk, dflt_value }) => ({
    name,
    type,
    required: notnull === 1 && dflt_value === null,
    key: pk > 0,
  }));
}

function count(sql: SqlStorage, text: string, ...bound: SqlValue[]): number {
  return sql.exec<{ n: number }>(text, ...bound).one().n;
}

/** Bytes are told of, not sent. */
const shown = (values: SqlValue[]): SqlValue[] =>
  values.map((value) => (value instanceof ArrayBuffer ? `(${value.byteLength} bytes)` : value));
