// Values of a database as people read and write them. Pure.
import type { Cell, DataColumn } from "../../../lib/app-data-queries.ts";

export const cellText = (value: Cell): string => (value === null ? "" : String(value));

const isNumber = ({ type }: DataColumn): boolean => /INT|REAL|NUM|DEC|FLOAT|DOUBLE/i.test(type);

/** Nothing in a column that may be empty is no value; a problem is a text for the person. */
export function readCell(column: DataColumn, text: string): { value: Cell } | { problem: string } {
  if (text === "" && (!column.required || isNumber(column))) {
    return column.required ? { problem: `${column.name} needs a number.` } : { value: null };
  }
  if (!isNumber(column)) return { value: text };
  const value = Number(text);
  return Number.isFinite(value) && text.trim() !== ""
    ? { value }
    : { problem: `${column.name} takes a number, not “${text.slice(0, 40)}”.` };
}

/** Rows of a CSV file as rows of the table; the first line names the columns. */
export function readRecords(
  columns: readonly DataColumn[],
  header: readonly string[],
  records: readonly Record<string, string>[],
): { rows: Record<string, Cell>[] } | { problem: string } {
  const known = new Map(columns.map((column) => [column.name, column]));
  const unknown = header.filter((name) => !known.has(name));
  if (unknown.length > 0) return { problem: `The table has no column ${unknown.slice(0, 3).join(", ")}.` };
  const rows: Record<string, Cell>[] = [];
  for (const [index, record] of records.entries()) {
    const row: Record<string, Cell> = {};
    for (const name of header) {
      const column = known.get(name);
      if (column === undefined) continue;
      const text = record[name] ?? "";
      // An empty key is given by the database.
      if (column.key && text === "") continue;
      const read = readCell(column, text);
      if ("problem" in read) return { problem: `Line ${index + 2}: ${read.problem}` };
      row[name] = read.value;
    }
    rows.push(row);
  }
  return { rows };
}
