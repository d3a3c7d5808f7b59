// Create, change, delete: validation, checks against the database, and its refusals in the words of the form.
import { and, count, eq, getTableName } from "drizzle-orm";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import { inverseReferences, modelOf } from "../../shared/lookup.ts";
import { models } from "../../shared/models.ts";
import { recordRules } from "../capabilities/rules.ts";
import type { Db } from "../db/client.ts";
import { newId } from "../db/columns.ts";
import { ApiError } from "../errors.ts";
import { authorise, visible } from "../permissions.ts";
import { tableOf, toApiRecords } from "./labels.ts";
import { shown } from "./shown.ts";
import { recordChange } from "../webhooks/outbox.ts";
import { columnOf, type Resource, type Row } from "./table.ts";
import { words } from "../words.ts";

type Values = Record<string, unknown>;

// A model may be called like something that every object has ("toString").
const ruleOf = ({ key }: ModelMeta) => (Object.hasOwn(recordRules, key) ? recordRules[key] : undefined);

function parseValues({ schema }: Resource, body: unknown, partial: boolean): Values {
  const parsed = (partial ? schema.partial() : schema).safeParse(body);
  if (parsed.success) {
    if (!partial) return parsed.data;
    // A key that was not sent stays as it is, also when its schema would give it a default.
    const sent = new Set(Object.keys(body as object));
    return Object.fromEntries(Object.entries(parsed.data).filter(([key]) => sent.has(key)));
  }
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0] ?? "")];
    for (const key of keys)
      fields[key] ??= issue.code === "unrecognized_keys" ? words.noField : issue.message;
  }
  throw new ApiError("VALIDATION_ERROR", words.invalid, fields);
}

/** What the record pointed to before may stay, also out of sight. */
async function checkReferences(db: Db, model: ModelMeta, values: Values, before?: Row): Promise<void> {
  const fields: Record<string, string> = {};
  for (const field of model.fields) {
    const id = values[field.key];
    if (!field.reference || typeof id !== "string" || before?.[field.key] === id) continue;
    const target = modelOf(field.reference.model);
    const table = tableOf(target);
    const found = await db
      .select({ id: table.id })
      .from(table)
      .where(and(shown(db, target), eq(table.id, id)))
      .limit(1);
    if (found.length === 0) fields[field.key] = words.noLonger(target);
  }
  if (Object.keys(fields).length > 0)
    throw new ApiError("VALIDATION_ERROR", words.invalid, fields);
}

const messages = (error: unknown): string =>
  error instanceof Error ? `${error.message}\n${messages(error.cause)}` : "";

/** "UNIQUE constraint failed: products.sku" → an answer that names the field. */
export function explainRefusal(error: unknown): unknown {
  const [, name, column] = /UNIQUE constraint failed: ([^\s.]+)\.(\w+)/.exec(messages(error)) ?? [];
  const model = models.find((candidate) => getTableName(tableOf(candidate)) === name);
  const field = model?.fields.find(({ key }) => columnOf(tableOf(model), key).name === column);
  if (!model || !field) return error;
  const message = words.taken(model, field.label);
  return new ApiError("CONFLICT", message, { [field.key]: message });
}

export async function findRow(db: Db, { model, table }: Pick<Resource, "model" | "table">, id: string): Promise<Row> {
  const rows = await db
    .select()
    .from(table)
    .where(and(shown(db, model), eq(table.id, id)))
    .limit(1);
  const row = rows[0] as Row | undefined;
  if (!row)
    throw new ApiError("NOT_FOUND_ERROR", words.missing(model));
  return row;
}

export async function findRecord(db: Db, resource: Resource, id: string): Promise<ApiRecord> {
  const [record] = await toApiRecords(db, resource.model, [await findRow(db, resource, id)]);
  if (!record) throw new ApiError("NOT_FOUND_ERROR", words.noRecord);
  return record;
}

export async function createRecord(db: Db, resource: Resource, body: unknown): Promise<ApiRecord> {
  await authorise(db, resource.model, "create");
  const values = parseValues(resource, body, false);
  await checkReferences(db, resource.model, values);
  const rule = ruleOf(resource.model);
  await rule?.(db, resource, values);
  try {
    const id = newId();
    const change = { action: "create", model: resource.model, id, before: null, values } as const;
    const [rows] = await db.batch([
      db
        .insert(resource.table)
        .values({ id, ...values })
        .returning(),
      ...(await recordChange(db, change)),
    ]);
    const row = (rows as Row[])[0] as Row;
    try {
      // Once more: another request may have been faster.
      await rule?.(db, resource, row);
    } catch (error) {
      await db.batch([
        db.delete(resource.table).where(eq(resource.table.id, id)),
        ...(await recordChange(db, { action: "purge", model: resource.model, id, before: row, values: null })),
      ]);
      throw error;
    }
    // Whoever may add a record may see this one, also when the others are out of sight.
    const [record] = await toApiRecords(db, resource.model, [row]);
    return record as ApiRecord;
  } catch (error) {
    throw explainRefusal(error);
  }
}

interface UpdateOptions {
  /** Only the fields that were sent change; otherwise the body is the whole record. */
  partial: boolean;
  /** The `updatedAt` of the version that was edited; another one is a conflict. */
  expected?: string | undefined;
}

/** Always later than before, so that every change is another version, however fast it follows. */
const nextVersion = ({ updatedAt }: Row): string =>
  new Date(Math.max(Date.now(), (Date.parse(updatedAt) || 0) + 1)).toISOString();

const changedMeanwhile = async (db: Db, resource: Resource, id: string): Promise<ApiError> =>
  new ApiError(
    "CONFLICT",
    words.changedMeanwhile(resource.model),
    undefined,
    { current: await findRecord(db, resource, id) },
  );

export async function updateRecord(
  db: Db,
  resource: Resource,
  id: string,
  body: unknown,
  { partial, expected }: UpdateOptions,
): Promise<ApiRecord> {
  const { table, model } = resource;
  const before = await findRow(db, resource, id);
  await authorise(db, model, "update", id);
  if (expected !== undefined && expected !== before.updatedAt) throw await changedMeanwhile(db, resource, id);
  const values = parseValues(resource, body, partial);
  await checkReferences(db, model, values, before);
  const rule = ruleOf(model);
  await rule?.(db, resource, { ...before, ...values });
  if (Object.keys(values).length === 0) return findRecord(db, resource, id);
  try {
    const isSameVersion = expected === undefined ? undefined : eq(table.updatedAt, expected);
    const [changed] = await db.batch([
      db
        .update(table)
        .set({ ...values, updatedAt: nextVersion(before) })
        .where(and(eq(table.id, id), isSameVersion))
        .returning({ id: table.id }),
      ...(await recordChange(db, { action: "update", model, id, before, values })),
    ]);
    // Another request was faster, between reading and writing.
    if ((changed as unknown[]).length === 0) throw await changedMeanwhile(db, resource, id);
    return await findRecord(db, resource, id);
  } catch (error) {
    throw explainRefusal(error);
  }
}

/** What deleting a record would take along (`cascade`) or leave without it (`set null`). */
export async function listDependents(
  db: Db,
  resource: Resource,
  id: string,
): Promise<{ items: { model: string; onDelete: string; count: number }[] }> {
  await findRow(db, resource, id);
  const items = await Promise.all(
    inverseReferences(resource.model).map(async ({ model, field }) => {
      const table = tableOf(model);
      const rows = await db
        .select({ total: count() })
        .from(table)
        .where(and(shown(db, model), eq(columnOf(table, field.key), id)));
      return { model: model.key, onDelete: field.reference?.onDelete ?? "set null", count: rows[0]?.total ?? 0 };
    }),
  );
  return { items: items.filter((item) => item.count > 0) };
}

/** For good, from the trash or straight away; the database takes along what belongs to it. */
export async function eraseRecord(db: Db, { model, table }: Resource, id: string): Promise<void> {
  const rows = await db
    .select()
    .from(table)
    .where(and(visible(db, model), eq(table.id, id)))
    .limit(1);
  const before = rows[0] as Row | undefined;
  if (!before)
    throw new ApiError("NOT_FOUND_ERROR", words.missing(model));
  await authorise(db, model, "purge", id);
  await db.batch([
    db.delete(table).where(eq(table.id, id)),
    ...(await recordChange(db, { action: "purge", model, id, before, values: null })),
  ]);
}
