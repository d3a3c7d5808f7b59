// Rows of the audit trail as people read them: records by their present name, references by the name of what they meant.
import { and, inArray } from "drizzle-orm";
import type { ChangeView, FieldChange } from "../../shared/access/access.ts";
import { fieldOf } from "../../shared/lookup.ts";
import { models } from "../../shared/models.ts";
import type { Db } from "../db/client.ts";
import { tableOf, toApiRecords } from "../resource/labels.ts";
import { shown } from "../resource/shown.ts";
import type { Row } from "../resource/table.ts";
import type { changes } from "./tables.ts";
import { words } from "./words.ts";

type ChangeRow = typeof changes.$inferSelect;

const idsPerQuery = 90;

/** "model id" → the name of the record, for those that exist and may be seen. */
async function findNames(db: Db, wanted: ReadonlyMap<string, ReadonlySet<string>>): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const model of models) {
    const ids = [...(wanted.get(model.key) ?? [])];
    for (let at = 0; at < ids.length; at += idsPerQuery) {
      const table = tableOf(model);
      const chunk = and(shown(db, model), inArray(table.id, ids.slice(at, at + idsPerQuery)));
      // oxlint-disable-next-line no-await-in-loop
      const records = await toApiRecords(db, model, (await db.select().from(table).where(chunk)) as Row[]);
      for (const record of records) names.set(`${model.key} ${record.id}`, record._label);
    }
  }
  return names;
}

const modelNamed = (key: string) => models.find((model) => model.key === key);

export async function describeChanges(db: Db, rows: readonly ChangeRow[]): Promise<ChangeView[]> {
  const wanted = new Map<string, Set<string>>();
  const want = (model: string, id: unknown): void => {
    if (typeof id === "string") wanted.set(model, (wanted.get(model) ?? new Set()).add(id));
  };
  const targetOf = (row: ChangeRow, field: string): string | undefined => {
    const model = modelNamed(row.model);
    return model && fieldOf(model, field)?.reference?.model;
  };
  const fieldsOf = (row: ChangeRow): FieldChange[] => (Array.isArray(row.fields) ? (row.fields as FieldChange[]) : []);
  for (const row of rows) {
    want(row.model, row.recordId);
    for (const { field, before, after } of fieldsOf(row)) {
      const target = targetOf(row, field);
      if (target === undefined) continue;
      want(target, before);
      want(target, after);
    }
  }
  const names = await findNames(db, wanted);
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    action: row.action,
    actor: row.actor,
    model: row.model,
    recordId: row.recordId,
    label: names.get(`${row.model} ${row.recordId}`) ?? row.label,
    exists: names.has(`${row.model} ${row.recordId}`),
    fields: fieldsOf(row).map(({ field, before, after }) => {
      const target = targetOf(row, field);
      const name = (value: unknown): unknown =>
        target === undefined || typeof value !== "string"
          ? value
          : (names.get(`${target} ${value}`) ?? words.anotherRecord);
      return { field, before: name(before), after: name(after) };
    }),
  }));
}
