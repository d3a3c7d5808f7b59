// Names of records, and of the records they point to.
import { and, inArray } from "drizzle-orm";
import type { ApiRecord, ModelMeta, RecordLabel } from "../../shared/model.ts";
import { modelOf } from "../../shared/lookup.ts";
import { recordLabel } from "../../shared/record-label.ts";
import type { Db } from "../db/client.ts";
import { tables } from "../db/schema.ts";
import { annotate, visible } from "../permissions.ts";
import type { ResourceTable, Row } from "./table.ts";

/** D1 binds at most 100 values a statement. */
const idsPerQuery = 90;
/** A label may be made of another record's label, which may be made of a third; then the id has to do. */
const deepestLabel = 3;

export function tableOf(model: ModelMeta): ResourceTable {
  const table = tables[model.key];
  if (!table) throw new Error(`src/server/db/schema.ts has no table for "${model.key}".`);
  return table;
}

/** By id. What lies in the trash has a name only for others that lie there. */
type Labels = Map<string, RecordLabel & { isTrashed: boolean }>;
/** By field; null where the field points into the trash. */
type References = Record<string, RecordLabel | null>;

async function loadLabels(db: Db, model: ModelMeta, ids: readonly string[], depth: number): Promise<Labels> {
  const table = tableOf(model);
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += idsPerQuery) {
    const chunk = await db
      .select()
      .from(table)
      .where(and(visible(db, model), inArray(table.id, ids.slice(at, at + idsPerQuery))));
    rows.push(...(chunk as Row[]));
  }
  const references =
    depth < deepestLabel ? await loadReferences(db, model, rows, model.titleFields, depth + 1) : new Map();
  return new Map(
    rows.map((row) => {
      const label = recordLabel(model, row, references.get(row.id) ?? {});
      return [row.id, { id: row.id, label, isTrashed: row._deletedAt !== null }];
    }),
  );
}

/** For each row the labels of what its reference fields point to. Without `keys`, all of them. */
async function loadReferences(
  db: Db,
  model: ModelMeta,
  rows: readonly Row[],
  keys: readonly string[] | undefined,
  depth: number,
): Promise<Map<string, References>> {
  const found = new Map<string, References>(rows.map((row) => [row.id, {}]));
  const fields = model.fields.filter((field) => field.reference && (!keys || keys.includes(field.key)));
  await Promise.all(
    fields.map(async (field) => {
      if (!field.reference) return;
      const ids = [...new Set(rows.map((row) => row[field.key]).filter((id) => typeof id === "string"))];
      if (ids.length === 0) return;
      const labels = await loadLabels(db, modelOf(field.reference.model), ids, depth);
      for (const row of rows) {
        const label = labels.get(String(row[field.key]));
        const references = found.get(row.id);
        if (!label || !references) continue;
        const { isTrashed, ...name } = label;
        references[field.key] = isTrashed && row._deletedAt === null ? null : name;
      }
    }),
  );
  return found;
}

/** Rows as the API answers them. */
export async function toApiRecords(db: Db, model: ModelMeta, rows: readonly Row[]): Promise<ApiRecord[]> {
  const references = await loadReferences(db, model, rows, undefined, 0);
  const records = rows.map(({ _deletedAt, _deletedWith, ...row }) => {
    const refs: Record<string, RecordLabel> = {};
    const record: ApiRecord = { ...row, _label: "", _refs: refs };
    for (const [key, label] of Object.entries(references.get(row.id) ?? {})) {
      if (label) refs[key] = label;
      // The column keeps the id of what lies in the trash, so that restoring the one restores the other's field.
      else record[key] = null;
    }
    record._label = recordLabel(model, row, refs);
    return record;
  });
  return annotate(db, model, records);
}
