// What each field type is in the database and in a schema. The one table to extend when a type is added.
import type { FieldType } from "#engine/prd/schema.ts";
import type { ResolvedField } from "#engine/prd/resolved.ts";
import { quote } from "./source-text.ts";

interface FieldKind {
  sql: "TEXT" | "INTEGER" | "REAL";
  /** Drizzle column without constraints. */
  column(name: string): string;
  /** Builder of `src/shared/fields.ts`. */
  schema(field: ResolvedField): string;
}

const bounds = ({ min, max }: ResolvedField): string => {
  const parts = [min === undefined ? "" : `min: ${min}`, max === undefined ? "" : `max: ${max}`].filter(
    (part) => part !== "",
  );
  return parts.length > 0 ? `{ ${parts.join(", ")} }` : "";
};

const kind = (sql: FieldKind["sql"], column: (name: string) => string, schema: FieldKind["schema"]): FieldKind => ({
  sql,
  column,
  schema,
});
const textColumn = (name: string): string => `text(${quote(name)})`;
const textKind = (builder: string): FieldKind => kind("TEXT", textColumn, () => `${builder}()`);

export const fieldKinds: Readonly<Record<FieldType, FieldKind>> = {
  text: textKind("text"),
  longText: textKind("longText"),
  richText: textKind("richText"),
  integer: kind(
    "INTEGER",
    (name) => `integer(${quote(name)})`,
    (field) => `integer(${bounds(field)})`,
  ),
  decimal: kind(
    "REAL",
    (name) => `real(${quote(name)})`,
    (field) => `decimal(${bounds(field)})`,
  ),
  money: kind(
    "INTEGER",
    (name) => `money(${quote(name)})`,
    (field) => `money(${bounds(field)})`,
  ),
  boolean: kind(
    "INTEGER",
    (name) => `integer(${quote(name)}, { mode: "boolean" })`,
    () => "boolean()",
  ),
  date: textKind("date"),
  dateTime: textKind("dateTime"),
  email: textKind("email"),
  url: textKind("url"),
  phone: textKind("phone"),
  color: textKind("color"),
  enum: kind(
    "TEXT",
    textColumn,
    (field) => `choice([${(field.values ?? []).map(({ value }) => quote(value)).join(", ")}])`,
  ),
  image: textKind("image"),
  file: textKind("file"),
  json: kind(
    "TEXT",
    (name) => `text(${quote(name)}, { mode: "json" })`,
    () => "json()",
  ),
  reference: textKind("reference"),
};
