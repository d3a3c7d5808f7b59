// One PRD field → one column that can be generated; everything that was changed is said in `notes`.
import { camelCase, humanize, type NameRegistry, snakeCase, words } from "../stacks/shared/naming.ts";
import type { ResolvedField } from "./resolved.ts";
import type { FieldType, PrdField } from "./schema.ts";

const systemFields: ReadonlyMap<string, readonly FieldType[]> = new Map<string, readonly FieldType[]>([
  ["id", ["text", "integer", "reference"]],
  ["createdAt", ["date", "dateTime"]],
  ["updatedAt", ["date", "dateTime"]],
]);

/** Types on which uniqueness would leave room for a handful of records, or compare long texts. */
const neverUnique: ReadonlySet<FieldType> = new Set([
  "boolean",
  "enum",
  "json",
  "image",
  "file",
  "longText",
  "richText",
]);
const numeric: ReadonlySet<FieldType> = new Set(["integer", "decimal", "money"]);
const smallestUniqueRange = 100;
/** The apps' own schemas refuse numbers beyond it, in both directions. */
export const largestNumber = 1_000_000_000;
const digits = (type: FieldType): number => (type === "money" ? 2 : 6);

export const fieldKey = (name: string): string => camelCase(words(name)) || "field";

/** Every record has these; a PRD that lists them again means the same. */
export const isSystemField = (field: PrdField): boolean =>
  systemFields.get(fieldKey(field.name))?.includes(field.type) ?? false;

/** One name of a field's lineage. A key is the same field with and without "id" at its end. */
export const lineageName = (parts: readonly string[]): string => withoutId(parts).join(" ");

export const withoutId = (parts: readonly string[]): string[] =>
  parts.length > 1 && ["id", "ref", "key"].includes(parts.at(-1) ?? "") ? parts.slice(0, -1) : [...parts];

export interface FieldNames {
  keys: NameRegistry;
  columns: NameRegistry;
}

/** Property and column names; both start with a letter. */
export function claimNames(names: FieldNames, parts: readonly string[]): { key: string; column: string } {
  const safe = parts.length === 0 ? ["field"] : /^[0-9]/.test(parts[0] ?? "") ? ["n", ...parts] : parts;
  return { key: names.keys.claim(camelCase(safe)), column: names.columns.claim(snakeCase(safe), "_") };
}

function enumValues(field: PrdField, say: (text: string) => void): { value: string; label: string }[] {
  const unique = [...new Set(field.values ?? [])];
  if (unique.length > 0) {
    return unique.map((value) => ({ value, label: /[A-Z\s]|\d[-–]\d/.test(value) ? value : humanize(value) }));
  }
  const defaults = /priorit|severity|level|urgency/i.test(field.name)
    ? ["Low", "Medium", "High"]
    : ["New", "In progress", "Done"];
  say(`no choices were given, so it offers ${defaults.join(", ")}`);
  return defaults.map((value) => ({ value, label: value }));
}

function bounds(field: PrdField, say: (text: string) => void): { min?: number; max?: number } {
  if (!numeric.has(field.type)) return {};
  const exact = (value: number, whole: (value: number) => number): number =>
    Math.min(
      largestNumber,
      Math.max(-largestNumber, field.type === "integer" ? whole(value) : Number(value.toFixed(digits(field.type)))),
    );
  if ((field.min ?? 0) > largestNumber || (field.max ?? 0) < -largestNumber) {
    say(`numbers go from -${largestNumber} to ${largestNumber}, so its bounds beyond these were dropped`);
    return {};
  }
  const min = field.min === undefined ? undefined : exact(field.min, Math.ceil);
  const max = field.max === undefined ? undefined : exact(field.max, Math.floor);
  if (min !== undefined && max !== undefined && min > max) {
    say(`its bounds ${field.min} to ${field.max} leave no value, so they were dropped`);
    return {};
  }
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** The default as the field's type wants it, or undefined when it does not fit. */
function fittingDefault(
  type: FieldType,
  value: string | number | boolean,
  values: readonly { value: string }[] | undefined,
): string | number | boolean | undefined {
  const text = String(value).trim();
  switch (type) {
    case "boolean":
      return /^(true|yes|1|on)$/i.test(text) ? true : /^(false|no|0|off)$/i.test(text) ? false : undefined;
    case "integer":
      return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
    case "decimal":
    case "money":
      return /^-?\d{1,9}(\.\d{1,6})?$/.test(text)
        ? Number(type === "money" ? Number(text).toFixed(2) : text)
        : undefined;
    case "enum":
      return values?.find((choice) => choice.value.toLowerCase() === text.toLowerCase())?.value;
    case "date":
      return /^(today|now|now\(\)|current_?(date|timestamp))$/i.test(text) ? "today" : isDate(text) ? text : undefined;
    case "dateTime":
      return /^(today|now|now\(\)|current_?(date|timestamp))$/i.test(text) ? "now" : undefined;
    case "color":
      return /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : undefined;
    case "text":
      return text !== "" && text.length <= 200 ? text : undefined;
    case "longText":
    case "richText":
      return text === "" ? undefined : text;
    default:
      return undefined;
  }
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** A field that is no reference, or a reference to nothing known, which becomes text. */
export function resolveScalar(field: PrdField, names: FieldNames, where: string, notes: string[]): ResolvedField {
  const label = field.label?.trim() || humanize(field.name);
  const say = (text: string): void => void notes.push(`${where}, ${label}: ${text}.`);
  let type = field.type;
  if (type === "reference") {
    type = "text";
    say(`"${field.target ?? field.name}" is not a model of this app, so it is a text field`);
  }
  const values = type === "enum" ? enumValues(field, say) : undefined;
  const { min, max } = bounds({ ...field, type }, say);
  let unique = field.unique;
  if (unique && neverUnique.has(type)) {
    unique = false;
    say("uniqueness makes no sense for this type and was dropped");
  }
  if (unique && numeric.has(type) && (max ?? largestNumber) - (min ?? -largestNumber) < smallestUniqueRange) {
    unique = false;
    say("its bounds leave room for too few unique values, so uniqueness was dropped");
  }
  const { key, column } = claimNames(names, words(field.name));
  const lineage = [...(field.formerly ?? []), field.name].map((name) => lineageName(words(name)));
  const resolved: ResolvedField = { key, column, lineage, label, type, required: field.required, unique };
  if (field.description?.trim()) resolved.description = field.description.trim();
  if (values) resolved.values = values;
  if (min !== undefined) resolved.min = min;
  if (max !== undefined) resolved.max = max;
  if (field.default !== undefined && field.default !== null && field.default !== "") {
    let value = fittingDefault(type, field.default, values);
    if (typeof value === "number" && ((min !== undefined && value < min) || (max !== undefined && value > max)))
      value = undefined;
    if (unique && value !== "today" && value !== "now") value = undefined;
    if (value === undefined) say(`the default ${JSON.stringify(field.default)} does not fit and was dropped`);
    else resolved.default = value;
  }
  if (type === "boolean" && resolved.default === undefined) {
    // A switch has no third position.
    resolved.default = false;
    resolved.required = true;
  }
  return resolved;
}
