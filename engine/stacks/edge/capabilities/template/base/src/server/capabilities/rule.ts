import type { Db } from "../db/client.ts";
import type { Resource } from "../resource/table.ts";

/** Throws an ApiError when the values may not be stored. `values` holds an id once the record exists. */
export type RecordRule = (db: Db, resource: Resource, values: Readonly<Record<string, unknown>>) => Promise<void>;

/** Several rules of one model; the first that refuses has the word. */
export const inTurn =
  (...rules: readonly RecordRule[]): RecordRule =>
  async (db, resource, values) => {
    // oxlint-disable-next-line no-await-in-loop
    for (const rule of rules) await rule(db, resource, values);
  };
