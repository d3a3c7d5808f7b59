// Records → the bars of a chart. Pure.
import { formatValue } from "../format.ts";
import type { ApiRecord, FieldMeta, ModelMeta } from "../model.ts";
import { say } from "../say.ts";

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
}

export type Measure = { readonly kind: "count" } | { readonly kind: "sum" | "average"; readonly field: FieldMeta };

const mostBars = 12;
const numbers = new Set(["integer", "decimal", "money"]);

export const isMeasured = (field: FieldMeta): boolean => numbers.has(field.type);
export const isTime = (field: FieldMeta): boolean => field.type === "date" || field.type === "dateTime";

/** What records can be grouped by: choices, yes and no, what they belong to, months. */
export const groupFields = (model: ModelMeta): FieldMeta[] => [
  ...model.fields.filter((field) => ["enum", "boolean", "reference"].includes(field.type) || isTime(field)),
  { key: "createdAt", label: "Created", type: "dateTime", required: true },
];

const monthFormat = new Intl.DateTimeFormat("en", { month: "short", year: "numeric", timeZone: "UTC" });

function groupOf(field: FieldMeta, record: ApiRecord): { key: string; label: string } {
  const value = record[field.key];
  if (value === null || value === undefined || value === "") return { key: "", label: say.none };
  if (isTime(field)) {
    const month = String(value).slice(0, 7);
    const start = new Date(`${month}-01T00:00:00Z`);
    return { key: month, label: Number.isNaN(start.getTime()) ? month : monthFormat.format(start) };
  }
  if (field.type === "reference") return { key: String(value), label: record._refs[field.key]?.label ?? String(value) };
  return { key: String(value), label: formatValue(field, value) };
}

/** Months in their order, choices in the form's, everything else the largest first. */
export function barsOf(records: readonly ApiRecord[], by: FieldMeta, measure: Measure): Bar[] {
  const groups = new Map<string, { label: string; count: number; sum: number }>();
  for (const record of records) {
    const { key, label } = groupOf(by, record);
    const group = groups.get(key) ?? { label, count: 0, sum: 0 };
    const value = measure.kind === "count" ? 1 : Number(record[measure.field.key] ?? Number.NaN);
    if (Number.isNaN(value)) continue;
    groups.set(key, { label, count: group.count + 1, sum: group.sum + value });
  }
  const bars = [...groups].map(([key, { label, count, sum }]) => ({
    key,
    label,
    value: Math.round((measure.kind === "average" ? sum / count : sum) * 100) / 100,
  }));
  if (isTime(by)) return bars.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(-mostBars);
  const order = (by.choices ?? []).map(({ value }) => value);
  if (order.length > 0) return bars.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key)).slice(0, mostBars);
  return bars.sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1)).slice(0, mostBars);
}
