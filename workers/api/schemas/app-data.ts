import { z } from "zod";

const cell = z.union([z.string().max(1_000_000), z.number(), z.null()]);
const row = z.record(z.string().max(200), cell);

export const dataTablesSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      rows: z.int(),
      columns: z.array(
        z.object({
          name: z.string(),
          /** As declared: `TEXT`, `INTEGER`, `REAL`. */
          type: z.string(),
          /** It has no default and may not be null. */
          required: z.boolean(),
          /** Part of what names a row. */
          key: z.boolean(),
        }),
      ),
    }),
  ),
});
export type DataTables = z.infer<typeof dataTablesSchema>;

export const dataTableParamsSchema = z.object({
  id: z.string().min(1).max(64),
  table: z.string().min(1).max(200),
});

export const dataRowsQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).default(0),
  /** Text that a column contains. */
  q: z.string().max(200).default(""),
  order: z.string().max(200).optional(),
  direction: z.enum(["asc", "desc"]).default("asc"),
});

export const dataRowsSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(cell)),
  total: z.int(),
  /** There is more than was given. */
  cut: z.boolean(),
});
export type DataRowsView = z.infer<typeof dataRowsSchema>;

export const insertRowsSchema = z.strictObject({
  /** All of them are added, or none. */
  rows: z.array(row).min(1).max(500),
});
export const updateRowSchema = z.strictObject({ key: row, values: row });
export const deleteRowsSchema = z.strictObject({ keys: z.array(row).min(1).max(500) });
export const changedRowsSchema = z.object({ changed: z.int() });
export type ChangedRows = z.infer<typeof changedRowsSchema>;

export const dataQuerySchema = z.strictObject({
  /** One SELECT. At most 1,000 rows and 2 s. */
  sql: z.string().min(1).max(20_000),
});
