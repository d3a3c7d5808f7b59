// Between records and the rows of a CSV file. What is exported can be imported again.
import { modelOf } from "./lookup.ts";
import type { ApiRecord, FieldMeta, ModelMeta } from "./model.ts";
import { readRecord } from "./read-record.ts";
import { say } from "./say.ts";

const spoken = new Set<FieldMeta["type"]>(["text", "longText", "richText", "email", "enum", "reference"]);

// A spreadsheet runs cells that start like a formula; an apostrophe in front keeps them text.
const guard = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const unguard = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

function cellOf(field: FieldMeta, record: ApiRecord): string {
  const value = record[field.key];
  if (value === null || value === undefined) return "";
  const text =
    field.type === "json"
      ? JSON.stringify(value)
      : field.type === "enum"
        ? (field.choices?.find((choice) => choice.value === value)?.label ?? String(value))
        : field.reference
          ? (record._refs[field.key]?.label ?? String(value))
          : String(value);
  return spoken.has(field.type) ? guard(text) : text;
}

/** A header of labels, then one row a record. */
export const toCsvRows = (model: ModelMeta, records: readonly ApiRecord[]): string[][] => [
  model.fields.map((field) => field.label),
  ...records.map((record) => model.fields.map((field) => cellOf(field, record))),
];

/** Which column of the file each field is read from, by the field's key; fields without a column are missing. */
export type ColumnMatch = Readonly<Record<string, number>>;

const folded = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Columns that bear a field's name; what is left, in any spelling: "Unit price", "unit_price", "unitPrice". */
export function matchColumns(model: ModelMeta, header: readonly string[]): ColumnMatch {
  const names = header.map(folded);
  const taken = new Set<number>();
  const match: Record<string, number> = {};
  const assign = (isColumnOf: (field: FieldMeta, at: number) => boolean): void => {
    for (const field of model.fields) {
      if (Object.hasOwn(match, field.key)) continue;
      const at = header.findIndex((_name, at) => !taken.has(at) && isColumnOf(field, at));
      if (at < 0) continue;
      taken.add(at);
      match[field.key] = at;
    }
  };
  assign((field, at) => header[at]?.trim() === field.label.trim());
  assign((field, at) => names[at] !== "" && [folded(field.label), folded(field.key)].includes(names[at] ?? ""));
  return match;
}

/** Ids by the name of a record; the same name may belong to several. By key of the model. */
export type RecordNames = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

export interface ReadRow {
  /** What to send to the API. */
  values: Record<string, unknown>;
  /** One message for each field that cannot be read; empty when the row may be imported. */
  errors: Record<string, string>;
}

const yes = new Set(["true", "yes", "y", "x", "1", "on"]);
const no = new Set(["false", "no", "n", "0", "off"]);

function readReference(field: FieldMeta, text: string, names: RecordNames, errors: Record<string, string>): unknown {
  const target = modelOf(field.reference?.model ?? "");
  const known = names.get(target.key);
  const ids = known?.get(text) ?? [];
  if (ids.length === 1) return ids[0];
  if (ids.length === 0 && known && [...known.values()].some((some) => some.includes(text))) return text;
  errors[field.key] =
    ids.length === 0 ? say.noSuchRecord(target, text.slice(0, 60)) : say.severalRecords(target, text.slice(0, 60));
  return undefined;
}

function readCell(field: FieldMeta, cell: string, names: RecordNames, errors: Record<string, string>): unknown {
  const text = (spoken.has(field.type) ? unguard(cell) : cell).trim();
  // Left out, so that a default applies.
  if (text === "") return undefined;
  if (field.reference) return readReference(field, text, names, errors);
  const lower = text.toLowerCase();
  if (field.type === "boolean") return yes.has(lower) ? true : no.has(lower) ? false : text;
  if (field.type === "enum") {
    const choices = field.choices ?? [];
    const choice =
      choices.find(({ label }) => label === text) ??
      choices.find(({ value, label }) => value.toLowerCase() === lower || label.toLowerCase() === lower);
    return choice?.value ?? text;
  }
  return text;
}

/** One row as values for the API, checked as a form is. */
export function readCsvRow(model: ModelMeta, match: ColumnMatch, row: readonly string[], names: RecordNames): ReadRow {
  const errors: Record<string, string> = {};
  const given: Record<string, unknown> = {};
  for (const field of model.fields) {
    const at = match[field.key];
    const value = at === undefined ? undefined : readCell(field, row[at] ?? "", names, errors);
    if (value !== undefined) given[field.key] = value;
  }
  const read = readRecord(model, given);
  if ("values" in read) return { values: read.values, errors };
  for (const [key, message] of Object.entries(read.problems)) errors[key] ??= message;
  return { values: given, errors };
}
