// Reactions of people who are signed in, or of visitors who are known by an id that their browser made:
//   GET    /{favourites,following}?visitor=          → { items: [{ model, id, label }] }
//   GET    /:model/:id?visitor=                      → ReactionsView
//   PUT    /:model/:id/{like,favourite,follow,rating}       { visitor, value } → ReactionsView; 0 takes it back
//   POST   /:model/:id/comments                      { visitor, author, body } → ReactionsView
//   DELETE /:model/:id/comments/:comment?visitor=    → ReactionsView
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { modelOf } from "../../shared/lookup.ts";
import { models } from "../../shared/models.ts";
import { type FavouriteView, mostStars, type ReactionId, type ReactionsView } from "../../shared/reactions/reactions.ts";
import { reactionSettings as settings } from "../../shared/reactions/settings.ts";
import { connect, type Db } from "../db/client.ts";
import { newId } from "../db/columns.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import { mayModerate, visitorOf, writerOf } from "../permissions.ts";
import { shown } from "../resource/shown.ts";
import { tableOf, toApiRecords } from "../resource/labels.ts";
import type { Row } from "../resource/table.ts";
import { say } from "../../shared/say.ts";
import { words as general } from "../words.ts";
import { words } from "./reactions-words.ts";

const table = sqliteTable(settings.table, {
  id: text("id").primaryKey(),
  createdAt: text("created_at").notNull(),
  model: text("model").notNull(),
  recordId: text("record_id").notNull(),
  visitor: text("visitor").notNull(),
  kind: text("kind").notNull(),
  value: integer("value").notNull(),
  author: text("author"),
  body: text("body"),
});

const mostComments = 100;
const mostFavourites = 80;

const visitorSchema = z.string().regex(/^[\w-]{8,64}$/, { error: () => words.sendVisitor });
const commentSchema = z.object({
  visitor: visitorSchema,
  author: z.string().trim().max(60, { error: () => say.tooLong(60) }).default(""),
  body: z.string().trim().min(1, { error: () => words.writeFirst }).max(2_000, { error: () => say.tooLong(2_000) }),
});
const valueSchema = z.object({ visitor: visitorSchema, value: z.int().min(0).max(mostStars) });

const kinds: Readonly<Record<string, { reaction: ReactionId; most: number }>> = {
  like: { reaction: "likes", most: 1 },
  favourite: { reaction: "favourites", most: 1 },
  follow: { reaction: "follows", most: 1 },
  rating: { reaction: "ratings", most: mostStars },
};

async function parse<Schema extends z.ZodType>(context: Context<AppEnv>, schema: Schema): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(await context.req.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0] ?? ""), issue.message]));
  throw new ApiError("VALIDATION_ERROR", parsed.error.issues[0]?.message ?? general.sendObject, fields);
}

interface Target {
  db: Db;
  model: string;
  id: string;
}

/** The record that is reacted to; it has to exist, and its model has to allow the reaction. */
async function findTarget(context: Context<AppEnv>, reaction?: ReactionId): Promise<Target> {
  const { model: slug, id } = context.req.param() as { model: string; id: string };
  const model = models.find((candidate) => candidate.slug === slug);
  const allowed = model && settings.models[model.key];
  if (!model || !allowed || (reaction && !allowed.includes(reaction)))
    throw new ApiError("NOT_FOUND_ERROR", words.nothingHere);
  const db = connect(context);
  const records = tableOf(model);
  const found = await db
    .select({ id: records.id })
    .from(records)
    .where(and(shown(db, model), eq(records.id, id)))
    .limit(1);
  if (found.length === 0) throw new ApiError("NOT_FOUND_ERROR", words.missing);
  return { db, model: model.key, id };
}

const isOf = ({ model, id }: Target) => and(eq(table.model, model), eq(table.recordId, id));

/** Whoever may change everybody's records may take comments away, where people are known. */
const moderates = ({ db, model }: Target): boolean => writerOf(db) !== null && mayModerate(db, modelOf(model));

async function view(target: Target, claimed: string): Promise<ReactionsView> {
  const { db } = target;
  const visitor = visitorOf(db, claimed);
  const [sums, mine, comments] = await db.batch([
    db
      .select({ kind: table.kind, count: sql<number>`count(*)`, average: sql<number>`avg(${table.value})` })
      .from(table)
      .where(isOf(target))
      .groupBy(table.kind),
    db
      .select({ kind: table.kind, value: table.value })
      .from(table)
      .where(and(isOf(target), eq(table.visitor, visitor))),
    db
      .select()
      .from(table)
      .where(and(isOf(target), eq(table.kind, "comment")))
      .orderBy(desc(table.createdAt))
      .limit(mostComments),
  ]);
  const sum = (kind: string) => sums.find((row) => row.kind === kind);
  const own = (kind: string): number => mine.find((row) => row.kind === kind)?.value ?? 0;
  return {
    likes: sum("like")?.count ?? 0,
    isLiked: own("like") > 0,
    isFavourite: own("favourite") > 0,
    followers: sum("follow")?.count ?? 0,
    isFollowed: own("follow") > 0,
    average: Math.round((sum("rating")?.average ?? 0) * 10) / 10,
    ratings: sum("rating")?.count ?? 0,
    myRating: own("rating"),
    comments: comments.map((row) => ({
      id: row.id,
      author: row.author ?? "",
      body: row.body ?? "",
      createdAt: row.createdAt,
      isMine: row.visitor === visitor,
      mayDelete: row.visitor === visitor || moderates(target),
    })),
    writer: writerOf(db),
  };
}

/** What a visitor marked or follows, the latest first. */
async function listOwn(context: Context<AppEnv>, kind: "favourite" | "follow"): Promise<Response> {
  const db = connect(context);
  const rows = await db
    .select()
    .from(table)
    .where(and(eq(table.visitor, visitorOf(db, context.req.query("visitor") ?? "")), eq(table.kind, kind)))
    .orderBy(desc(table.createdAt))
    .limit(mostFavourites);
  const items: FavouriteView[] = [];
  for (const key of new Set(rows.map((row) => row.model))) {
    if (!settings.models[key]) continue;
    const model = modelOf(key);
    const records = tableOf(model);
    const ids = rows.filter((row) => row.model === key).map((row) => row.recordId);
    const found = (await db
      .select()
      .from(records)
      .where(and(shown(db, model), inArray(records.id, ids)))) as Row[];
    for (const record of await toApiRecords(db, model, found)) items.push({ model: key, id: record.id, label: record._label });
  }
  return context.json({ items });
}

export const reactions = new Hono<AppEnv>()
  .get("/favourites", (context) => listOwn(context, "favourite"))
  .get("/following", (context) => listOwn(context, "follow"))
  .get("/:model/:id", async (context) =>
    context.json(await view(await findTarget(context), context.req.query("visitor") ?? "")),
  )
  .post("/:model/:id/comments", async (context) => {
    const target = await findTarget(context, "comments");
    const { visitor, author, body } = await parse(context, commentSchema);
    await target.db.insert(table).values({
      id: newId(),
      createdAt: new Date().toISOString(),
      model: target.model,
      recordId: target.id,
      visitor: visitorOf(target.db, visitor),
      kind: "comment",
      value: 1,
      author: writerOf(target.db) ?? author,
      body,
    });
    return context.json(await view(target, visitor), 201);
  })
  .delete("/:model/:id/comments/:comment", async (context) => {
    const target = await findTarget(context, "comments");
    const visitor = context.req.query("visitor") ?? "";
    const isTheirs = moderates(target) ? undefined : eq(table.visitor, visitorOf(target.db, visitor));
    const removed = await target.db
      .delete(table)
      .where(and(isOf(target), eq(table.kind, "comment"), eq(table.id, context.req.param("comment")), isTheirs))
      .returning({ id: table.id });
    if (removed.length === 0) throw new ApiError("AUTHORIZATION_ERROR", words.notYours);
    return context.json(await view(target, visitor));
  })
  .put("/:model/:id/:kind", async (context) => {
    const kind = context.req.param("kind");
    const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (!known) throw new ApiError("NOT_FOUND_ERROR", words.noReaction);
    const target = await findTarget(context, known.reaction);
    const { visitor: claimed, value } = await parse(context, valueSchema);
    const visitor = visitorOf(target.db, claimed);
    if (value > known.most) throw new ApiError("VALIDATION_ERROR", words.atMost(known.most));
    if (value === 0)
      await target.db.delete(table).where(and(isOf(target), eq(table.visitor, visitor), eq(table.kind, kind)));
    else
      await target.db
        .insert(table)
        .values({
          id: newId(),
          createdAt: new Date().toISOString(),
          model: target.model,
          recordId: target.id,
          visitor,
          kind,
          value,
        })
        .onConflictDoUpdate({
          target: [table.model, table.recordId, table.visitor, table.kind],
          targetWhere: sql`"kind" <> 'comment'`,
          set: { value },
        });
    return context.json(await view(target, claimed));
  });
