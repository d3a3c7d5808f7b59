// Who may do what with which records: everything that reads or writes records asks here, for the person of the request
// (`db.viewer`). What the roles may stands in src/shared/access/roles.ts.
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { type Action as TableAction, reachOf, type Role } from "../shared/access/access.ts";
import { publicModels, visitorsCreate } from "../shared/access/roles.ts";
import type { ApiRecord, ModelMeta } from "../shared/model.ts";
import { publishedState } from "../shared/published.ts";
import { type Change, changeRows } from "./access/changes.ts";
import { type Dependents, findDependents } from "./access/dependents.ts";
import { changes, owners, users } from "./access/tables.ts";
import type { Db } from "./db/client.ts";
import { ApiError } from "./errors.ts";
import { tableOf } from "./resource/labels.ts";
import { columnOf } from "./resource/table.ts";
import { words } from "./access/words.ts";

export type { Change } from "./access/changes.ts";

/** "delete" moves to the trash and back, "purge" deletes for good. */
export type Action = TableAction | "purge";

/** Who may delete may also delete for good. */
const reach = (role: Role | null, model: ModelMeta, action: Action) =>
  reachOf(role, model.key, action === "purge" ? "delete" : action);

const nothing = sql`1 = 0`;

const ownedBy = (db: Db, model: ModelMeta, userId: string): SQL =>
  inArray(
    tableOf(model).id,
    db
      .select({ id: owners.recordId })
      .from(owners)
      .where(and(eq(owners.model, model.key), eq(owners.userId, userId))),
  );

/** Without a state of publication every record of a public model is public. */
function published(model: ModelMeta): SQL | undefined {
  const state = publishedState(model);
  return state && eq(columnOf(tableOf(model), state.field.key), state.choice);
}

/** Limits a query to the records that the request may read; undefined when it may read all. */
export function visible(db: Db, model: ModelMeta): SQL | undefined {
  const { user, role, isApp } = db.viewer;
  const sight = isApp ? "all" : reach(role, model, "read");
  if (sight === "all") return undefined;
  const isPublic = publicModels.includes(model.key);
  const open = isPublic ? published(model) : nothing;
  if (open === undefined) return undefined;
  return sight === "own" && user ? or(ownedBy(db, model, user.id), open) : open;
}

const refusal = (db: Db, model: ModelMeta, action: Action): ApiError =>
  db.viewer.user
    ? new ApiError("AUTHORIZATION_ERROR", words.mayNot[action](model))
    : new ApiError("AUTHENTICATION_ERROR", words.signInFirst);

/** Which of the records the request may not touch. */
async function findForbidden(
  db: Db,
  model: ModelMeta,
  action: Action,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { user, role } = db.viewer;
  const allowed = reach(role, model, action);
  if (allowed === "all") return [];
  if (allowed === "none" || !user) return ids;
  const own = await findOwned(db, model, user.id, ids);
  return ids.filter((id) => !own.has(id));
}

/** D1 binds at most 100 values a statement. */
const idsPerQuery = 90;

async function findOwned(db: Db, model: ModelMeta, userId: string, ids: readonly string[]): Promise<Set<string>> {
  const own = new Set<string>();
  for (let at = 0; at < ids.length; at += idsPerQuery) {
    const chunk = inArray(owners.recordId, ids.slice(at, at + idsPerQuery));
    const rows = await db
      .select({ id: owners.recordId })
      .from(owners)
      .where(and(eq(owners.model, model.key), eq(owners.userId, userId), chunk));
    for (const row of rows) own.add(row.id);
  }
  return own;
}

/** Throws an ApiError when the request may not do this. Without an id it is about new records. */
export async function authorise(db: Db, model: ModelMeta, action: Action, id?: string): Promise<void> {
  const { role, isApp } = db.viewer;
  if (isApp || (action === "create" && visitorsCreate.includes(model.key))) return;
  const allowed = reach(role, model, action);
  // Emptying the trash knows no difference between one's own and the others'.
  if (allowed === "none" || (allowed === "own" && action === "purge" && id === undefined))
    throw refusal(db, model, action);
  if (id === undefined) return;
  if ((await findForbidden(db, model, action, [id])).length > 0)
    throw new ApiError("AUTHORIZATION_ERROR", words.ownAlone[action](model));
  if (action !== "delete" && action !== "purge") return;
  // Nothing disappears along with a record that its reader could not delete by itself.
  for (const { model: other, rows, onDelete } of await findDependents(db, model, id)) {
    const ids = onDelete === "cascade" ? rows.map((row) => row.id) : [];
    if (ids.length > 0 && (await findForbidden(db, other, "delete", ids)).length > 0)
      throw new ApiError("AUTHORIZATION_ERROR", words.takesAlong(other));
  }
}

/** What a deletion takes along; only one for good empties references. A record that comes back brings them as well. */
async function findAffected(db: Db, { action, model, id }: Change): Promise<Dependents[]> {
  if (action !== "delete" && action !== "restore" && action !== "purge") return [];
  const found = await findDependents(db, model, id);
  if (action === "purge") return found;
  return found
    .filter(({ onDelete }) => onDelete === "cascade")
    .map((other) => ({
      ...other,
      rows: other.rows.filter((row) => (action === "delete" ? row._deletedAt === null : row._deletedWith === id)),
    }));
}

/** What is stored together with a change, all or nothing: the audit trail, and whose the record is. */
export async function traceOf(db: Db, change: Change): Promise<BatchItem<"sqlite">[]> {
  const { viewer } = db;
  const { model, id, action } = change;
  const dependents = await findAffected(db, change);
  const statements: BatchItem<"sqlite">[] = changeRows(viewer, change, dependents).map((row) =>
    db.insert(changes).values(row),
  );
  if (action === "create" && viewer.user)
    statements.push(db.insert(owners).values({ model: model.key, recordId: id, userId: viewer.user.id }));
  if (action === "purge") {
    const gone = dependents.filter(({ onDelete }) => onDelete === "cascade");
    for (const { model: key, recordId } of [
      { model: model.key, recordId: id },
      ...gone.flatMap((other) => other.rows.map((row) => ({ model: other.model.key, recordId: row.id }))),
    ])
      statements.push(db.delete(owners).where(and(eq(owners.model, key), eq(owners.recordId, recordId))));
  }
  return statements;
}

/** Says which records are the person's own, where that decides what they may do. */
export async function annotate(db: Db, model: ModelMeta, records: ApiRecord[]): Promise<ApiRecord[]> {
  const { user, role } = db.viewer;
  const decides = (["update", "delete"] as const).some((action) => reach(role, model, action) === "own");
  if (!user || !decides) return records;
  const own = await findOwned(
    db,
    model,
    user.id,
    records.map(({ id }) => id),
  );
  return records.map((record) => ({ ...record, _isOwn: own.has(record.id) }));
}

/** For what the app does by itself, whoever asked: a checkout looks at the stock of every product. */
export const unlimited = (db: Db): Db =>
  Object.assign(Object.create(db) as Db, { viewer: { ...db.viewer, isApp: true } });

/** Whether the request may change the records of everybody. */
export const mayModerate = (db: Db, model: ModelMeta): boolean =>
  db.viewer.isApp || reach(db.viewer.role, model, "update") === "all";

/** The name of who asks, where it is known. */
export const writerOf = (db: Db): string | null => db.viewer.user?.name ?? null;

/** Who votes, likes or writes: the person, on every device. Nobody else can claim to be one: a visitor's id has no colon. */
export function visitorOf(db: Db, claimed: string): string {
  if (db.viewer.user) return `person:${db.viewer.user.id}`;
  return claimed.includes(":") ? "" : claimed;
}

/** The names of those to whom records belong, by the records' ids. */
export async function authorsOf(
  db: Db,
  model: ModelMeta,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (let at = 0; at < ids.length; at += idsPerQuery) {
    const rows = await db
      .select({ id: owners.recordId, name: users.name })
      .from(owners)
      .innerJoin(users, eq(users.id, owners.userId))
      .where(and(eq(owners.model, model.key), inArray(owners.recordId, ids.slice(at, at + idsPerQuery))));
    for (const row of rows) names.set(row.id, row.name);
  }
  return names;
}
