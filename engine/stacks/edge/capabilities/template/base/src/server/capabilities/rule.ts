import type { Db } from "../db/client.ts";
import type { Resource } from "../resource/table.ts";

/** Throws an ApiError when the values may not be stored. `values` holds an id once the record exists. */
export type RecordRule = (db: Db, resource: Resource, values: Readonly<Record<string, unknown>>) => Promise<void>;
