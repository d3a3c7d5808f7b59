// Who may do what with which records. Nobody signs in to this app, so everybody may do everything; an app with accounts
// has another file in this place. Everything that reads or writes records asks here.
import type { SQL } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { ApiRecord, ModelMeta } from "../shared/model.ts";
import type { Db } from "./db/client.ts";
import type { Row } from "./resource/table.ts";

/** What a request does to the records of a model. "delete" moves to the trash and back, "purge" deletes for good. */
export type Action = "read" | "create" | "update" | "delete" | "purge";

/** A change of one record, as it is about to be stored. */
export interface Change {
  readonly action: Exclude<Action, "read"> | "restore";
  readonly model: ModelMeta;
  readonly id: string;
  readonly before: Row | null;
  /** The fields that were sent; null when the record goes. */
  readonly values: Readonly<Record<string, unknown>> | null;
}

/** Limits a query to the records that the request may read; undefined when it may read all. See also `shown`. */
export const visible = (_db: Db, _model: ModelMeta): SQL | undefined => undefined;

/** Throws an ApiError when the request may not do this. Without an id it is about new records. */
export const authorise = (_db: Db, _model: ModelMeta, _action: Action, _id?: string): Promise<void> =>
  Promise.resolve();

/** What is stored together with a change, all or nothing. */
export const traceOf = (_db: Db, _change: Change): Promise<BatchItem<"sqlite">[]> => Promise.resolve([]);

/** What records tell beside their fields. */
export const annotate = (_db: Db, _model: ModelMeta, records: ApiRecord[]): Promise<ApiRecord[]> =>
  Promise.resolve(records);

/** For what the app does by itself, whoever asked: a checkout looks at the stock of every product. */
export const unlimited = (db: Db): Db => db;

/** Whether the request may change the records of everybody. */
export const mayModerate = (_db: Db, _model: ModelMeta): boolean => true;

/** The name of who asks, where it is known. */
export const writerOf = (_db: Db): string | null => null;

/** Who votes, likes or writes: the id that the browser made for its visitor. */
export const visitorOf = (_db: Db, claimed: string): string => claimed;

/** The names of those to whom records belong, by the records' ids. */
export const authorsOf = (_db: Db, _model: ModelMeta, _ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  Promise.resolve(new Map());
