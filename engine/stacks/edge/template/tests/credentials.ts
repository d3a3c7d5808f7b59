import type { SqliteD1 } from "../dev/sqlite-d1.ts";

/** Headers that let a request do everything. This app asks for none. */
export const credentials = (_database: SqliteD1): Record<string, string> => ({});
