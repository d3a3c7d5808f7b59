// Tables to and from CSV files. The parser is loaded when a file is really wanted.
import { type Cell, type DataTable, readRows } from "../../../lib/app-data-queries.ts";
import { readRecords } from "./cells.ts";

const batch = 500;
const mostRows = 50_000;

type Row = Record<string, Cell>;

export async function exportCsv(projectId: string, table: DataTable, tell: (words: string) => void): Promise<void> {
  const papa = await import("papaparse");
  const rows: Cell[][] = [];
  const columns = table.columns.map(({ name }) => name);
  for (let more = true; more && rows.length < mostRows;) {
    const wanted = { table: table.name, limit: batch, offset: rows.length, q: "", order: null, descending: false };
    const page = await readRows(projectId, wanted);
    rows.push(...page.rows);
    more = page.cut && page.rows.length > 0;
    tell(`${rows.length} of ${page.total} rows`);
  }
  // A sheet would run what begins like a formula.
  const text = papa.unparse({ fields: columns, data: rows }, { escapeFormulae: true });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = `${table.name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** How many rows were added. Batches that were added before one is refused stay. */
export async function importCsv(
  insert: (rows: Row[]) => Promise<{ changed: number }>,
  table: DataTable,
  file: File,
  tell: (words: string) => void,
): Promise<number> {
  const papa = await import("papaparse");
  const { data, meta } = papa.parse<Record<string, string>>(await file.text(), {
    header: true,
    skipEmptyLines: "greedy",
  });
  if (data.length > mostRows) throw new Error(`A file has at most ${mostRows} rows.`);
  const read = readRecords(table.columns, meta.fields ?? [], data);
  if ("problem" in read) throw new Error(read.problem);
  if (read.rows.length === 0) throw new Error("This file has no rows.");
  let added = 0;
  for (let start = 0; start < read.rows.length; start += batch) {
    added += (await insert(read.rows.slice(start, start + batch))).changed;
    tell(`${added} of ${read.rows.length} rows`);
  }
  return added;
}
