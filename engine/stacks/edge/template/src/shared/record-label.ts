import { formatValue } from "./format.ts";
import { fieldOf } from "./lookup.ts";
import type { ModelMeta, RecordLabel } from "./model.ts";

/** What a record is called: the values of its title fields, references by their own label. */
export function recordLabel(
  model: ModelMeta,
  record: Readonly<Record<string, unknown>>,
  references: Readonly<Record<string, RecordLabel | null>>,
): string {
  const parts = model.titleFields.map((key) => {
    const field = fieldOf(model, key);
    if (!field) return "";
    return field.reference ? (references[key]?.label ?? "") : formatValue(field, record[key]);
  });
  const separator = model.titleFields.includes("firstName") ? " " : " · ";
  const label = parts.filter((part) => part !== "").join(separator);
  return label.slice(0, 120) || `${model.label} ${String(record["id"]).slice(0, 6)}`;
}
