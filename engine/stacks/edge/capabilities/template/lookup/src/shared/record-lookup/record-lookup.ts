// What a visitor learns about a record that was looked up by its number. Pure.
import { formatValue } from "../format.ts";
import type { ApiRecord, FieldMeta, ModelMeta } from "../model.ts";

const unprintable = new Set(["image", "file", "json", "richText"]);

/** People copy numbers with spaces around them and in other letter cases. */
export const isSameCode = (value: unknown, code: string): boolean =>
  typeof value === "string" && value.trim().toLowerCase() === code.trim().toLowerCase();

export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** The filled fields as people read them, without those that are said elsewhere. */
export function factsOf(model: ModelMeta, record: ApiRecord, without: readonly string[] = []): Fact[] {
  return model.fields
    .filter((field) => !without.includes(field.key) && !unprintable.has(field.type))
    .map((field) => ({
      key: field.key,
      label: field.label,
      text: field.reference ? (record._refs[field.key]?.label ?? "") : filled(field, record[field.key]),
    }))
    .filter(({ text }) => text !== "");
}

const filled = (field: FieldMeta, value: unknown): string =>
  value === null || value === undefined || value === "" ? "" : formatValue(field, value);

/** When it happened: its own first date, else when it was written down. */
export function timeOf(model: ModelMeta, record: ApiRecord): string {
  const dates = model.fields.filter(({ type }) => type === "date" || type === "dateTime");
  const told = dates.map(({ key }) => record[key]).find((value) => typeof value === "string" && value !== "");
  return typeof told === "string" ? told : record.createdAt;
}

/** The oldest first, as a path is told. */
export const inOrder = (model: ModelMeta, records: readonly ApiRecord[]): ApiRecord[] =>
  records.toSorted((a, b) => timeOf(model, a).localeCompare(timeOf(model, b)));
