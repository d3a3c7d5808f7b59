import { modelOf } from "../../shared/lookup.ts";
import type { RecordNames } from "../../shared/csv-records.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { api } from "../api.ts";

const pageSize = 100;
/** Of a larger model only the newest records are known by name; older ones can be given by id. */
const mostPages = 20;

async function loadNames(model: ModelMeta, signal: AbortSignal): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  for (let page = 1; page <= mostPages; page += 1) {
    const query = new URLSearchParams({ page: String(page), pageSize: String(pageSize) });
    // oxlint-disable-next-line no-await-in-loop
    const { items } = await api.list(model, query, signal);
    for (const { id, _label } of items) names.set(_label, [...(names.get(_label) ?? []), id]);
    if (items.length < pageSize) break;
  }
  return names;
}

/** The names of all records that the model's reference fields may point to. */
export async function loadRecordNames(model: ModelMeta, signal: AbortSignal): Promise<RecordNames> {
  const targets = new Set(model.fields.map((field) => field.reference?.model).filter((key) => key !== undefined));
  const entries = await Promise.all(
    [...targets].map(async (key): Promise<[string, Map<string, string[]>]> => [
      key,
      await loadNames(modelOf(key), signal),
    ]),
  );
  return new Map(entries);
}
