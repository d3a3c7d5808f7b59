// What travels between an app's isolate and its database: plain data, since errors and class instances lose themselves
// across RPC.

export type SqlValue = string | number | null | ArrayBuffer;

export interface Statement {
  sql: string;
  params: SqlValue[];
}

/** Rows as arrays: two columns of a join may have the same name. */
export interface StatementResult {
  columns: string[];
  rows: SqlValue[][];
  changes: number;
  lastRowId: number;
  rowsRead: number;
  rowsWritten: number;
  /** Bytes of the database afterwards. */
  sizeAfter: number;
  durationMs: number;
}

export type DatabaseAnswer<T> = { ok: true; value: T } | { ok: false; message: string };

/** Limits of one answer and of one statement; the first three are D1's own. */
export const databaseLimits = {
  sqlBytes: 100_000,
  parameters: 100,
  statements: 1_000,
  rows: 50_000,
  answerBytes: 16 * 1024 * 1024,
  databaseBytes: 256 * 1024 * 1024,
} as const;
