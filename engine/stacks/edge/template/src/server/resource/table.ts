import { getTableColumns, isNull, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { z } from "zod";
import type { FieldMeta, ModelMeta } from "../../shared/model.ts";

/** A table with the columns of `recordColumns`. */
export type ResourceTable = SQLiteTable & {
  id: SQLiteColumn;
  createdAt: SQLiteColumn;
  updatedAt: SQLiteColumn;
  _deletedAt: SQLiteColumn;
  _deletedWith: SQLiteColumn;
};

export interface LinkTable {
  table: SQLiteTable;
  from: SQLiteColumn;
  to: SQLiteColumn;
}

/** A model with everything the API needs to serve it. */
export interface Resource {
  model: ModelMeta;
  table: ResourceTable;
  schema: z.ZodObject;
}

export type Row = Record<string, unknown> & {
  id: string;
  createdAt: string;
  updatedAt: string;
  _deletedAt: string | null;
  _deletedWith: string | null;
};

/** Not in the trash. Belongs into every query for records: what was deleted shows up nowhere but there. */
export const isLive = (table: ResourceTable): SQL => isNull(table._deletedAt);

export function columnOf(table: ResourceTable, key: string): SQLiteColumn {
  const column = getTableColumns(table)[key];
  if (!column)
    throw new Error(`The table has no column for "${key}": src/server/db/schema.ts and src/shared/models.ts differ.`);
  return column;
}

const searchable = new Set(["text", "longText", "richText", "email", "url", "phone", "enum"]);

export const isSearchable = (field: FieldMeta): boolean => searchable.has(field.type);
