// A model's example records as its fields take them. What does not fit is left out: such a value is made up like any other.
import {
  dateReader,
  readColor,
  readDateTime,
  readEmail,
  readLongText,
  readPhone,
  readText,
  readUrl,
} from "#engine/attachments/csv/cell-types.ts";
import { words } from "../stacks/shared/naming.ts";
import { largestNumber, lineageName } from "./resolve-field.ts";
import type { ExampleValue, RelativeTime, ResolvedField, ResolvedModel } from "./resolved.ts";
import type { PrdModel } from "./schema.ts";

type Examples = readonly Readonly<Record<string, ExampleValue>>[];

/** By the keys of `fields`; a record holds the keys that it says something of, null where it says "nothing". */
export function resolveExamples(given: PrdModel["examples"], fields: readonly ResolvedField[]): Examples {
  const rows = (given ?? []).map((row) => {
    const entries = Object.entries(row).flatMap(([name, value]): [string, ExampleValue][] => {
      const field = fields.find((candidate) => candidate.lineage.includes(lineageName(words(name))));
      if (!field) return [];
      // The title of the record that is meant; which one that is, the rows of the other model say.
      if (field.reference) return value === null || typeof value === "string" ? [[field.key, value]] : [];
      const fit = value === null || value === "" ? null : fitting(field, value);
      return fit === undefined || (fit === null && field.required) ? [] : [[field.key, fit]];
    });
    return Object.fromEntries(entries);
  });
  const doubtful = fields.filter(
    ({ unique, key, reference }) => !reference && unique && !isDistinct(rows.map((row) => row[key])),
  );
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => !doubtful.some((field) => field.key === key))),
  );
}

/** A made-up value beside given ones could be one of them. */
function isDistinct(values: readonly (ExampleValue | undefined)[]): boolean {
  const told = values.map((value) => JSON.stringify(value));
  return values.every((value) => value !== undefined && value !== null) && new Set(told).size === told.length;
}

/** Where the examples' references point: by number, from 1, or by what names the other example. */
export function resolveExampleParents(
  given: PrdModel["examples"],
  model: ResolvedModel,
  find: (key: string) => ResolvedModel | undefined,
): ReadonlyMap<string, number>[] {
  return (given ?? []).map((row, at) => {
    const entries = Object.entries(row).flatMap(([name, value]): [string, number][] => {
      const field = model.fields.find((candidate) => candidate.lineage.includes(lineageName(words(name))));
      const target = field?.reference && find(field.reference.model);
      // Of a unique reference the examples take one each, in their order.
      if (!field || !target || field.unique || value === null) return [];
      const index = indexOf(target, value);
      const exists = index >= 0 && index < (target.examples?.length ?? 0) && (target !== model || index < at);
      return exists ? [[field.key, index]] : [];
    });
    return new Map(entries);
  });
}

function indexOf({ examples = [], titleFields }: ResolvedModel, value: string | number | boolean): number {
  if (typeof value === "number") return Number.isInteger(value) ? value - 1 : -1;
  const same = (text: unknown) =>
    String(text ?? "")
      .trim()
      .toLowerCase();
  return examples.findIndex((example) => same(titleFields.map((key) => example[key] ?? "").join(" ")) === same(value));
}

function fitting(field: ResolvedField, value: string | number | boolean): ExampleValue | undefined {
  const text = String(value).trim();
  switch (field.type) {
    case "text":
      return text === "" ? undefined : (readText(text) ?? undefined);
    case "longText":
    case "richText":
      return readLongText(text) ?? undefined;
    case "integer":
    case "decimal":
    case "money":
      return typeof value === "number" ? fittingNumber(field, value) : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "date":
      return readRelative(text) ?? dateReader(false)(text) ?? undefined;
    case "dateTime":
      return readRelative(text) ?? readDateTime(text) ?? undefined;
    case "email":
      return readEmail(text) ?? undefined;
    case "url":
      return readUrl(text) ?? undefined;
    case "phone":
      return readPhone(text) ?? undefined;
    case "color":
      return readColor(text) ?? undefined;
    case "enum":
      return field.values?.find((choice) => choice.value.toLowerCase() === text.toLowerCase())?.value;
    case "image":
    case "file":
    case "json":
    case "reference":
      return undefined;
    default:
      return field.type satisfies never;
  }
}

/** "today", "today-3", "today+7 19:30". */
function readRelative(text: string): RelativeTime | null {
  const read = /^today(?:\s*([+-]\s*\d{1,4}))?(?:[ T]+(\d{1,2}):([0-5]\d))?$/i.exec(text);
  if (read === null) return null;
  const [, days = "0", hours = "9", minutes = "00"] = read;
  const clock = Number(hours) * 60 + Number(minutes);
  return clock < 1_440 ? { days: Number(days.replaceAll(" ", "")), minutes: clock } : null;
}

function fittingNumber({ type, min, max }: ResolvedField, value: number): number | undefined {
  const exact = type === "money" ? Math.round(value * 100) / 100 : value;
  const whole = type !== "integer" || Number.isInteger(exact);
  const inside = exact >= (min ?? -largestNumber) && exact <= (max ?? largestNumber);
  return whole && inside && Math.abs(exact) <= largestNumber ? exact : undefined;
}
