// Loaded when someone exports everything.
import { appName } from "../../shared/app.ts";
import { toCsvRows } from "../../shared/csv-records.ts";
import { printCsv } from "../../shared/csv.ts";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import { api } from "../api.ts";
import { zip } from "./zip.ts";

const pageSize = 100;

async function readAll(model: ModelMeta, onProgress: (done: number, all: number) => void): Promise<ApiRecord[]> {
  const records: ApiRecord[] = [];
  for (let page = 1; ; page += 1) {
    const asked = new URLSearchParams({ page: String(page), pageSize: String(pageSize), sort: "createdAt" });
    // oxlint-disable-next-line no-await-in-loop
    const { items, total } = await api.list(model, asked);
    records.push(...items);
    onProgress(records.length, total);
    if (items.length < pageSize) return records;
  }
}

/** Starts a download; answers how many records are in it. */
export async function exportAll(
  models: readonly ModelMeta[],
  onProgress: (done: number, all: number) => void,
): Promise<number> {
  const files = new Map<string, string>();
  let count = 0;
  for (const model of models) {
    // oxlint-disable-next-line no-await-in-loop
    const records = await readAll(model, onProgress);
    count += records.length;
    files.set(`${model.slug}.json`, `${JSON.stringify(records, null, 2)}\n`);
    files.set(`${model.slug}.csv`, printCsv(toCsvRows(model, records)));
  }
  const address = URL.createObjectURL(zip(files));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${appName.replace(/[^\p{L}\p{N}]+/gu, "-")}-${new Date().toISOString().slice(0, 10)}.zip`;
  link.click();
  // The download has to start before its address is given back.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return count;
}
