// Between a record and what its form holds: a string for every input, a boolean for every check box.
import { today } from "../shared/day.ts";
import type { ApiRecord, FieldMeta, ModelMeta } from "../shared/model.ts";

export type FormValues = Record<string, string | boolean>;

/** `2026-03-14T09:30` in the zone of the browser, as `datetime-local` wants it. */
function toLocalInput(value: string): string {
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) return "";
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function toInput(field: FieldMeta, value: unknown): string | boolean {
  if (field.type === "boolean") return value === true;
  if (value === null || value === undefined) return "";
  if (field.type === "json") return JSON.stringify(value, null, 2);
  if (field.type === "dateTime") return toLocalInput(String(value));
  return field.type === "money" ? Number(value).toFixed(2) : String(value);
}

function initialOf(field: FieldMeta): unknown {
  if (field.initial === "today" && field.type === "date") return today();
  if (field.initial === "now" && field.type === "dateTime") return new Date().toISOString();
  return field.initial;
}

export function formValues(model: ModelMeta, record: ApiRecord | null, given: URLSearchParams): FormValues {
  return Object.fromEntries(
    model.fields.map((field) => {
      const value = record ? record[field.key] : (given.get(field.key) ?? initialOf(field));
      return [field.key, toInput(field, value)];
    }),
  );
}
