// Loaded when someone exports.
import { toCsvRows } from "../shared/csv-records.ts";
import { printCsv } from "../shared/csv.ts";
import type { ApiRecord, ModelMeta } from "../shared/model.ts";
import { api } from "./api.ts";

const pageSize = 100;
/** More would not fit into the memory of small devices; filters make several files of it. */
export const mostExported = 10_000;

export function downloadCsv(name: string, rows: readonly (readonly string[])[]): void {
  const address = URL.createObjectURL(new Blob([printCsv(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  // The download has to start before its address is given back.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Every record that the list's search and filters find, in its order. Answers how many. */
export async function exportCsv(model: ModelMeta, query: URLSearchParams): Promise<number> {
  const records: ApiRecord[] = [];
  for (let page = 1; ; page += 1) {
    const asked = new URLSearchParams(query);
    asked.set("page", String(page));
    asked.set("pageSize", String(pageSize));
    // oxlint-disable-next-line no-await-in-loop
    const { items, total } = await api.list(model, asked);
    records.push(...items);
    if (items.length < pageSize || records.length >= Math.min(total, mostExported)) break;
  }
  downloadCsv(model.slug, toCsvRows(model, records));
  return records.length;
}
