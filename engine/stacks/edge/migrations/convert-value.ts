// SQL that turns a stored value of one field type into one of another, or into NULL where it does not fit.
import type { ResolvedField } from "#engine/prd/resolved.ts";
import type { FieldType } from "#engine/prd/schema.ts";
import { sqlText } from "../../shared/source-text.ts";

type Shape = "text" | "integer" | "decimal" | "money" | "boolean" | "date" | "dateTime" | "json" | "reference";

function shapeOf(type: FieldType): Shape {
  switch (type) {
    case "integer":
    case "decimal":
    case "money":
    case "boolean":
    case "date":
    case "dateTime":
    case "json":
    case "reference":
      return type;
    default:
      return "text";
  }
}

const isNumber = (shape: Shape): boolean => shape === "integer" || shape === "decimal" || shape === "money";

/** A number from text that is one number and nothing else; NULL otherwise, never a number's beginning. */
const numberFromText = (value: string): string =>
  `CASE WHEN trim(${value}) GLOB '*[0-9]*' AND trim(${value}) NOT GLOB '*[^0-9.-]*' ` +
  `AND trim(${value}) NOT GLOB '*.*.*' AND trim(${value}) NOT GLOB '?*-*' AND length(trim(${value})) <= 12 ` +
  `THEN CAST(trim(${value}) AS REAL) END`;

function asText(shape: Shape, value: string): string {
  if (shape === "money") return `printf('%.2f', ${value} / 100.0)`;
  if (shape === "boolean") return `CASE ${value} WHEN 1 THEN 'Yes' WHEN 0 THEN 'No' END`;
  return isNumber(shape) ? `CAST(${value} AS TEXT)` : value;
}

function asNumber(from: Shape, to: Shape, value: string): string {
  const plain =
    from === "money" ? `(${value} / 100.0)` : isNumber(from) || from === "boolean" ? value : numberFromText(value);
  if (to === "decimal") return plain;
  return `CAST(round(${to === "money" ? `(${plain}) * 100` : plain}) AS INTEGER)`;
}

const dayPattern = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]";

/** Keeps a text only where the new type could have accepted it. */
function fitting(field: ResolvedField, value: string): string {
  switch (field.type) {
    case "enum":
      return `CASE WHEN ${value} IN (${(field.values ?? []).map((choice) => sqlText(choice.value)).join(", ")}) THEN ${value} END`;
    case "email":
      return `CASE WHEN ${value} LIKE '%_@_%._%' AND ${value} NOT LIKE '% %' THEN ${value} END`;
    case "url":
    case "image":
    case "file":
      return `CASE WHEN ${value} LIKE 'http%://_%' OR ${value} LIKE 'data:%' THEN ${value} END`;
    case "color":
      return `CASE WHEN ${value} GLOB '#${"[0-9a-fA-F]".repeat(6)}' THEN lower(${value}) END`;
    default:
      return value;
  }
}

/** `value` is an SQL expression that holds `from`. The two fields are not references. */
export function convertValue(from: ResolvedField, to: ResolvedField, value: string): string {
  if (from.type === to.type && to.type !== "enum") return value;
  const [source, target] = [shapeOf(from.type), shapeOf(to.type)];
  switch (target) {
    case "integer":
    case "decimal":
    case "money":
      return source === target ? value : asNumber(source, target, value);
    case "boolean":
      return isNumber(source)
        ? `(${value} <> 0)`
        : `CASE WHEN lower(trim(${value})) IN ('true', 'yes', '1', 'on') THEN 1 WHEN ${value} IS NOT NULL THEN 0 END`;
    case "date":
      return source === "dateTime"
        ? `substr(${value}, 1, 10)`
        : `CASE WHEN ${value} GLOB '${dayPattern}' THEN date(${value}) END`;
    case "dateTime":
      return `CASE WHEN ${value} GLOB '${dayPattern}*' THEN strftime('%Y-%m-%dT%H:%M:%fZ', ${value}) END`;
    case "json":
      return source === "boolean"
        ? `CASE ${value} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END`
        : isNumber(source)
          ? asText(source, value)
          : `CASE WHEN ${value} IS NOT NULL THEN json_quote(${value}) END`;
    case "reference":
      return "NULL";
    case "text":
      return fitting(to, asText(source, value));
    default:
      return target satisfies never;
  }
}

/** A person's own words may not look like the mark between statements. */
const givenText = (text: string): string => sqlText(text).replaceAll("-->", "--' || '>");

/** What a required field holds in rows that have no value for it. */
export function fallbackValue(field: ResolvedField): string {
  const given = field.default;
  const number = (value: number): string => String(field.type === "money" ? Math.round(value * 100) : value);
  switch (field.type) {
    case "integer":
    case "decimal":
    case "money":
      return number(
        typeof given === "number" ? given : Math.min(Math.max(0, field.min ?? 0), field.max ?? Number.MAX_SAFE_INTEGER),
      );
    case "boolean":
      return given === true ? "1" : "0";
    case "date":
      return typeof given === "string" && given !== "today" ? sqlText(given) : `substr("created_at", 1, 10)`;
    case "dateTime":
      return `"created_at"`;
    case "enum":
      return sqlText(typeof given === "string" ? given : (field.values?.[0]?.value ?? ""));
    case "json":
      return `'{}'`;
    case "color":
      return typeof given === "string" ? sqlText(given) : `'#808080'`;
    case "reference":
      return "NULL";
    default:
      return typeof given === "string" ? givenText(given) : `''`;
  }
}

/**
 * Makes the values of a unique column distinct among the records that are not in the trash; the first row of each value
 * keeps it. `value` names a column.
 */
export function distinctValue(field: ResolvedField, value: string): string {
  const nth = `row_number() OVER (PARTITION BY ${value}, "_deleted_at" IS NULL ORDER BY "created_at", "id")`;
  const other = (): string => {
    if (!field.required || field.type === "reference") return isTextual(field) ? suffixed(field, value) : "NULL";
    switch (field.type) {
      case "integer":
      case "decimal":
      case "money":
        return `max(${value}) OVER () + row_number() OVER (ORDER BY "id")`;
      case "date":
        return `date(max(${value}) OVER (), '+' || row_number() OVER (ORDER BY "id") || ' days')`;
      case "dateTime":
        return `strftime('%Y-%m-%dT%H:%M:%fZ', max(${value}) OVER (), '+' || row_number() OVER (ORDER BY "id") || ' seconds')`;
      default:
        return suffixed(field, value);
    }
  };
  return `CASE WHEN ${value} IS NULL OR "_deleted_at" IS NOT NULL OR ${nth} = 1 THEN ${value} ELSE ${other()} END`;
}

const isTextual = (field: ResolvedField): boolean => ["text", "email", "url", "phone"].includes(field.type);

/** The record's id cannot occur twice, so neither can the text that holds it. */
function suffixed(field: ResolvedField, value: string): string {
  if (field.type === "email")
    return `CASE WHEN ${value} = '' THEN "id" || '@example.com' ELSE "id" || '+' || ${value} END`;
  if (field.type === "url") return `${value} || '#' || "id"`;
  if (field.type === "color") return `'#' || printf('%06x', row_number() OVER (ORDER BY "id"))`;
  return `trim(${value} || ' ' || "id")`;
}
