// GET /records/:model/:id         → RecordAccess: whose a record is, and what happened to it
// PUT /records/:model/:id/owner   { user } → RecordAccess: hands it over; null makes it nobody's
import { and, asc, desc, eq } from "drizzle-orm";
import { Hono } from "hono";
import { z } from "zod";
import type { Person, RecordAccess } from "../../../shared/access/access.ts";
import { reachOf } from "../../../shared/access/access.ts";
import type { ModelMeta } from "../../../shared/model.ts";
import { models } from "../../../shared/models.ts";
import { connect, type Db } from "../../db/client.ts";
import type { AppEnv } from "../../env.ts";
import { ApiError } from "../../errors.ts";
import { tableOf } from "../../resource/labels.ts";
import { findRow } from "../../resource/write.ts";
import { rowOf } from "../changes.ts";
import { describeChanges } from "../describe-changes.ts";
import { readBody } from "../read-body.ts";
import { changes, owners, users } from "../tables.ts";
import { words } from "../words.ts";

const mostChanges = 50;
const ownerSchema = z.strictObject({ user: z.string().max(100).nullable() });

/** `model` is the first part of its address. The record has to be within sight. */
async function findRecord(db: Db, slug: string, id: string): Promise<ModelMeta> {
  const model = models.find((candidate) => candidate.slug === slug);
  if (!model) throw new ApiError("NOT_FOUND_ERROR", words.noSuchRecords);
  await findRow(db, { model, table: tableOf(model) }, id);
  return model;
}

/** Who may change every record may say whose it is. */
const mayHandOver = (db: Db, model: ModelMeta): boolean => reachOf(db.viewer.role, model.key, "update") === "all";

async function findOwner(db: Db, model: ModelMeta, id: string): Promise<Person | null> {
  const [owner] = await db
    .select({ id: users.id, name: users.name })
    .from(owners)
    .innerJoin(users, eq(users.id, owners.userId))
    .where(and(eq(owners.model, model.key), eq(owners.recordId, id)))
    .limit(1);
  return owner ?? null;
}

const findPeople = (db: Db): Promise<Person[]> =>
  db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(eq(users.isActive, true))
    .orderBy(asc(users.name), asc(users.id))
    .limit(500);

async function describe(db: Db, model: ModelMeta, id: string): Promise<RecordAccess> {
  // Who reads a record because it is public has no business with its past.
  const rows =
    reachOf(db.viewer.role, model.key, "read") === "none"
      ? []
      : await db
          .select()
          .from(changes)
          .where(and(eq(changes.model, model.key), eq(changes.recordId, id)))
          .orderBy(desc(changes.at), desc(changes.id))
          .limit(mostChanges);
  const [owner, people, described] = await Promise.all([
    findOwner(db, model, id),
    mayHandOver(db, model) ? findPeople(db) : [],
    describeChanges(db, rows),
  ]);
  return { owner, people, changes: described };
}

export const recordRoutes = new Hono<AppEnv>()
  .get("/records/:model/:id", async (context) => {
    const { model: slug, id } = context.req.param();
    const db = connect(context);
    return context.json(await describe(db, await findRecord(db, slug, id), id));
  })
  .put("/records/:model/:id/owner", async (context) => {
    const { model: slug, id } = context.req.param();
    const { user } = await readBody(context, ownerSchema);
    const db = connect(context);
    const model = await findRecord(db, slug, id);
    if (!mayHandOver(db, model)) throw new ApiError("AUTHORIZATION_ERROR", words.mayNotHandOver);
    const people = await findPeople(db);
    const next = people.find((person) => person.id === user);
    if (user !== null && !next) throw new ApiError("VALIDATION_ERROR", words.noPerson, { user: words.choosePerson });
    const before = await findOwner(db, model, id);
    const isIt = and(eq(owners.model, model.key), eq(owners.recordId, id));
    await db.batch([
      db.delete(owners).where(isIt),
      ...(next ? [db.insert(owners).values({ model: model.key, recordId: id, userId: next.id })] : []),
      db.insert(changes).values(
        rowOf(db.viewer, {
          action: "assign",
          model: model.key,
          recordId: id,
          label: id,
          fields: [{ field: "_owner", before: before?.name ?? null, after: next?.name ?? null }],
        }),
      ),
    ]);
    return context.json(await describe(db, model, id));
  });
