// The little that an index needs of SQLite, so that the same code runs in a Durable Object and on node:sqlite.
export type SqlValue = string | number | null | ArrayBuffer | Uint8Array;

/** Runs one statement and gives its rows. */
export type Sql = <Row extends Record<string, SqlValue>>(query: string, ...bindings: SqlValue[]) => Row[];
