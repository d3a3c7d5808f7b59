// A change as rows of the audit trail.
import type { FieldChange } from "../../shared/access/access.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { recordLabel } from "../../shared/record-label.ts";
import { newId } from "../db/columns.ts";
import type { Row } from "../resource/table.ts";
import type { Dependents } from "./dependents.ts";
import type { changes } from "./tables.ts";
import type { Viewer } from "./viewer.ts";

/** A change of one record, as it is about to be stored. */
export interface Change {
  readonly action: "create" | "update" | "delete" | "restore" | "purge";
  readonly model: ModelMeta;
  readonly id: string;
  readonly before: Row | null;
  /** The fields that were sent; null when the record goes. */
  readonly values: Readonly<Record<string, unknown>> | null;
}

type ChangeRow = typeof changes.$inferInsert;

const longestValue = 200;

/** Long texts and uploads are named, not kept twice. */
function shorten(value: unknown): unknown {
  const text =
    typeof value === "string" ? value : typeof value === "object" && value !== null ? JSON.stringify(value) : "";
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : (value ?? null);
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

function fieldChanges({ model, before, values }: Change): FieldChange[] {
  if (values === null) return [];
  return model.fields
    .filter(({ key }) => key in values && !isSame(before?.[key], values[key]))
    .map(({ key }) => ({ field: key, before: shorten(before?.[key]), after: shorten(values[key]) }));
}

export function rowOf(
  viewer: Viewer,
  {
    action,
    model,
    recordId,
    label,
    fields,
  }: Pick<ChangeRow, "action" | "model" | "recordId" | "label"> & {
    fields: readonly FieldChange[];
  },
): ChangeRow {
  return {
    id: newId(),
    at: new Date().toISOString(),
    action,
    userId: viewer.user?.id ?? null,
    actor: viewer.actor,
    model,
    recordId,
    label,
    fields,
  };
}

const labelOf = (model: ModelMeta, row: Readonly<Record<string, unknown>>): string => recordLabel(model, row, {});

/** The change itself, and what happens along with it to others. Nothing changed is no row. */
export function changeRows(viewer: Viewer, change: Change, dependents: readonly Dependents[]): ChangeRow[] {
  const { action, model, id, before, values } = change;
  const fields = fieldChanges(change);
  if (action === "update" && fields.length === 0) return [];
  const label = labelOf(model, { ...before, ...values, id });
  const own = rowOf(viewer, { action, model: model.key, recordId: id, label, fields });
  const others = dependents.flatMap((other) =>
    other.rows.map((row) =>
      rowOf(viewer, {
        action: other.onDelete === "cascade" ? action : "update",
        model: other.model.key,
        recordId: row.id,
        label: labelOf(other.model, row),
        fields: other.onDelete === "cascade" ? [] : [{ field: other.field, before: id, after: null }],
      }),
    ),
  );
  return [own, ...others];
}
