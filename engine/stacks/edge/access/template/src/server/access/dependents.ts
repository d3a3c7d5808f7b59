// What hangs on a record: the records that go with it, those that go with them, and those that lose their reference.
import { inArray } from "drizzle-orm";
import { inverseReferences } from "../../shared/lookup.ts";
import type { ModelMeta } from "../../shared/model.ts";
import type { Db } from "../db/client.ts";
import { tableOf } from "../resource/labels.ts";
import { columnOf, type Row } from "../resource/table.ts";

export interface Dependents {
  readonly model: ModelMeta;
  readonly field: string;
  readonly onDelete: "cascade" | "set null";
  readonly rows: readonly Row[];
}

const idsPerQuery = 90;

export async function findDependents(db: Db, model: ModelMeta, id: string): Promise<Dependents[]> {
  const found: Dependents[] = [];
  const seen = new Set([`${model.key} ${id}`]);
  let open: { model: ModelMeta; ids: readonly string[] }[] = [{ model, ids: [id] }];
  while (open.length > 0) {
    const next: typeof open = [];
    for (const parent of open) {
      for (const { model: child, field } of inverseReferences(parent.model)) {
        const table = tableOf(child);
        const rows: Row[] = [];
        for (let at = 0; at < parent.ids.length; at += idsPerQuery) {
          const chunk = inArray(columnOf(table, field.key), parent.ids.slice(at, at + idsPerQuery));
          // oxlint-disable-next-line no-await-in-loop
          rows.push(...((await db.select().from(table).where(chunk)) as Row[]));
        }
        const onDelete = field.reference?.onDelete ?? "set null";
        const fresh = rows.filter((row) => !seen.has(`${child.key} ${row.id}`));
        if (fresh.length === 0) continue;
        found.push({ model: child, field: field.key, onDelete, rows: fresh });
        if (onDelete !== "cascade") continue;
        for (const row of fresh) seen.add(`${child.key} ${row.id}`);
        next.push({ model: child, ids: fresh.map((row) => row.id) });
      }
    }
    open = next;
  }
  return found;
}
