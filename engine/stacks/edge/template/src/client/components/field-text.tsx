import { formatValue } from "../../shared/format.ts";
import type { ApiRecord, FieldMeta } from "../../shared/model.ts";
import { Time } from "./ui/time.tsx";

/** Whether there is anything for `FieldText` to show. */
export const hasText = (field: FieldMeta, record: ApiRecord): boolean =>
  field.reference ? record._refs[field.key] !== undefined : formatValue(field, record[field.key]) !== "";

/** A value in a few words, without links or markup. */
export function FieldText({ field, record }: { field: FieldMeta; record: ApiRecord }) {
  if (field.reference) return record._refs[field.key]?.label;
  if (field.type === "dateTime") return <Time value={String(record[field.key])} />;
  return formatValue(field, record[field.key]);
}
