// What a report says about records: rows, sums and CSV. Pure.
import { formatValue } from "../format.ts";
import type { ApiRecord, FieldMeta } from "../model.ts";

/** As people read it; references by their name. */
export const cellOf = (field: FieldMeta, record: ApiRecord): string =>
  field.reference ? (record._refs[field.key]?.label ?? "") : formatValue(field, record[field.key]);

export const isSummed = (field: FieldMeta): boolean =>
  ["integer", "decimal", "money"].includes(field.type) && !/year|rating|level|position|number|age$/i.test(field.key);

export const sumOf = (field: FieldMeta, records: readonly ApiRecord[]): number =>
  Math.round(records.reduce((sum, record) => sum + Number(record[field.key] ?? 0), 0) * 10_000) / 10_000;

/** Days as "2026-03-14"; empty ends are open. Records without the date are left out once an end is given. */
export function isWithin(record: ApiRecord, key: string, from: string, to: string): boolean {
  if (from === "" && to === "") return true;
  const day = String(record[key] ?? "").slice(0, 10);
  return day !== "" && (from === "" || day >= from) && (to === "" || day <= to);
}

/** A text that a spreadsheet would run as a formula is kept a text. */
function csvCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function toCsv(fields: readonly FieldMeta[], records: readonly ApiRecord[]): string {
  const lines = [
    fields.map((field) => csvCell(field.label)),
    ...records.map((record) =>
      fields.map((field) => csvCell(field.reference ? record._refs[field.key]?.label : record[field.key])),
    ),
  ];
  return `${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}
