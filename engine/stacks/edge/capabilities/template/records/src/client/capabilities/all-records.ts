import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import { api } from "../api.ts";

const pageSize = 100;
/** More than anyone reads at once; who shows them says when it stopped there. */
const mostPages = 20;

export interface AllRecords {
  records: ApiRecord[];
  total: number;
}

export async function loadAll(model: ModelMeta, signal: AbortSignal): Promise<AllRecords> {
  const records: ApiRecord[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const query = new URLSearchParams({ page: String(page), pageSize: String(pageSize) });
    // One page after the other: the next is asked for only if there is one.
    // oxlint-disable-next-line no-await-in-loop
    const answer = await api.list(model, query, signal);
    records.push(...answer.items);
    if (records.length >= answer.total || answer.items.length === 0) return { records, total: answer.total };
  }
  return { records, total: Infinity };
}
