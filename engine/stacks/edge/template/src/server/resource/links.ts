// Many-to-many: the records linked to one record, seen from either end.
import { and, asc, count, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { ApiPage, ModelMeta } from "../../shared/model.ts";
import { linkSides } from "../../shared/lookup.ts";
import type { Db } from "../db/client.ts";
import { linkTables } from "../db/schema.ts";
import { ApiError } from "../errors.ts";
import { authorise } from "../permissions.ts";
import { tableOf, toApiRecords } from "./labels.ts";
import { shown } from "./shown.ts";
import type { Resource, Row } from "./table.ts";
import { findRow } from "./write.ts";
import { words } from "../words.ts";

const mostLinked = 100;

function linkEnds(model: ModelMeta, slug: string, side: string | undefined) {
  const found = linkSides(model).find(
    (candidate) => candidate.link.slug === slug && (side === undefined || candidate.side === side),
  );
  const join = linkTables[slug];
  if (!found || !join)
    throw new ApiError("NOT_FOUND_ERROR", words.noRelationship(model));
  const isFrom = found.side === "from";
  return {
    other: found.other,
    table: join.table,
    own: isFrom ? join.from : join.to,
    far: isFrom ? join.to : join.from,
  };
}

export async function listLinked(
  db: Db,
  resource: Resource,
  id: string,
  slug: string,
  side: string | undefined,
): Promise<ApiPage> {
  await findRow(db, resource, id);
  const ends = linkEnds(resource.model, slug, side);
  const table = tableOf(ends.other);
  const [rows, totals] = await db.batch([
    db
      .select(getTableColumns(table))
      .from(table)
      .innerJoin(ends.table, eq(ends.far, table.id))
      .where(and(eq(ends.own, id), shown(db, ends.other)))
      .orderBy(desc(table.createdAt), asc(table.id))
      .limit(mostLinked),
    db
      .select({ total: count() })
      .from(table)
      .innerJoin(ends.table, eq(ends.far, table.id))
      .where(and(eq(ends.own, id), shown(db, ends.other))),
  ]);
  return {
    items: await toApiRecords(db, ends.other, rows as Row[]),
    total: totals[0]?.total ?? 0,
    page: 1,
    pageSize: mostLinked,
  };
}

/** Linking twice changes nothing. */
export async function addLink(
  db: Db,
  resource: Resource,
  id: string,
  slug: string,
  side: string | undefined,
  otherId: unknown,
): Promise<void> {
  await findRow(db, resource, id);
  await authorise(db, resource.model, "update", id);
  const ends = linkEnds(resource.model, slug, side);
  const table = tableOf(ends.other);
  const found =
    typeof otherId === "string"
      ? await db
          .select({ id: table.id })
          .from(table)
          .where(and(shown(db, ends.other), eq(table.id, otherId)))
          .limit(1)
      : [];
  if (found.length === 0) {
    const message = words.noLonger(ends.other);
    throw new ApiError("VALIDATION_ERROR", message, { id: message });
  }
  await db.run(
    sql`insert or ignore into ${ends.table} (${sql.identifier(ends.own.name)}, ${sql.identifier(ends.far.name)}) values (${id}, ${otherId})`,
  );
}

export async function removeLink(
  db: Db,
  resource: Resource,
  id: string,
  slug: string,
  side: string | undefined,
  otherId: string,
): Promise<void> {
  await findRow(db, resource, id);
  await authorise(db, resource.model, "update", id);
  const ends = linkEnds(resource.model, slug, side);
  // A record that is out of sight stays linked.
  await findRow(db, { model: ends.other, table: tableOf(ends.other) }, otherId);
  await db.delete(ends.table).where(and(eq(ends.own, id), eq(ends.far, otherId)));
}
