// Discussions by their latest activity, and what was said in one. Writing is the records' own API: a discussion and a reply
// are records, with their permissions, trail and trash.
//   GET /?q=&topic=&page=     → ThreadPage
//   GET /:id?most=            → ConversationView
import { and, count, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { Hono } from "hono";
import type { ConversationView, ReplyView, ThreadPage, ThreadView } from "../../shared/discussions/discussions.ts";
import { discussionSettings as settings } from "../../shared/discussions/settings.ts";
import { modelOf } from "../../shared/lookup.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { connect, type Db } from "../db/client.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import { authorsOf } from "../permissions.ts";
import { searchCondition } from "../resource/filters.ts";
import { tableOf, toApiRecords } from "../resource/labels.ts";
import { pageOf } from "../resource/list.ts";
import { shown } from "../resource/shown.ts";
import { columnOf, type ResourceTable, type Row } from "../resource/table.ts";
import { words } from "./discussion-words.ts";

const mostReplies = 500;
const repliesShown = 50;

const { threads, replies } = settings;
const [threadModel, replyModel] = [modelOf(threads.model), modelOf(replies.model)];

/** A record may lack the time that its author gave. */
const timeOf = (table: ResourceTable, key: string | undefined): SQL =>
  key === undefined ? sql`${table.createdAt}` : sql`coalesce(${columnOf(table, key)}, ${table.createdAt})`;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Rows with who wrote them and when, in their order. */
async function toPosts(
  db: Db,
  model: ModelMeta,
  parts: { readonly author?: string; readonly at?: string; readonly anonymous?: string },
  rows: readonly Row[],
): Promise<ReplyView[]> {
  const [records, authors] = await Promise.all([
    toApiRecords(db, model, rows),
    authorsOf(
      db,
      model,
      rows.map(({ id }) => id),
    ),
  ]);
  return records.map((record) => ({
    record,
    author:
      parts.anonymous !== undefined && record[parts.anonymous] === true
        ? ""
        : (parts.author && text(record[parts.author])) || authors.get(record.id) || "",
    at: (parts.at && text(record[parts.at])) || record.createdAt,
  }));
}

async function findRows(db: Db, model: ModelMeta, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const table = tableOf(model);
  const rows = (await db
    .select()
    .from(table)
    .where(and(shown(db, model), inArray(table.id, [...ids])))) as Row[];
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** How often each discussion was answered, when last, and by which reply. */
function activityOf(db: Db) {
  const table = tableOf(replyModel);
  const thread = columnOf(table, replies.thread);
  return (
    db
      .select({
        thread: sql<string>`${thread}`.as("thread"),
        replies: sql<number>`count(*)`.as("replies"),
        latest: sql<string>`max(${timeOf(table, replies.at)})`.as("latest"),
        // SQLite takes what stands beside max() from the row that has it.
        reply: sql<string>`${table.id}`.as("reply"),
      })
      .from(table)
      .where(shown(db, replyModel))
      .groupBy(thread)
      .as("activity")
  );
}

async function loadThreads(db: Db, condition: SQL | undefined, limit: number, offset: number): Promise<ThreadView[]> {
  const table = tableOf(threadModel);
  const activity = activityOf(db);
  const found = await db
    .select({ id: table.id, replies: activity.replies, latest: activity.latest, reply: activity.reply })
    .from(table)
    .leftJoin(activity, eq(table.id, activity.thread))
    .where(and(shown(db, threadModel), condition))
    .orderBy(
      ...(threads.pinned === undefined ? [] : [desc(columnOf(table, threads.pinned))]),
      desc(sql`coalesce(${activity.latest}, ${timeOf(table, threads.at)})`),
      desc(table.id),
    )
    .limit(limit)
    .offset(offset);
  const latest = found.flatMap(({ reply }) => reply ?? []);
  const [posts, last] = await Promise.all([
    findRows(
      db,
      threadModel,
      found.map(({ id }) => text(id)),
    ).then((rows) => toPosts(db, threadModel, threads, rows)),
    findRows(db, replyModel, latest).then((rows) => toPosts(db, replyModel, replies, rows)),
  ]);
  return posts.map((post) => {
    const row = found.find(({ id }) => id === post.record.id);
    const by = last.find(({ record }) => record.id === row?.reply)?.author ?? "";
    const active = row?.latest ? { at: row.latest, by } : { at: post.at, by: post.author };
    return { ...post, replies: row?.replies ?? 0, active };
  });
}

async function listThreads(db: Db, query: Readonly<Record<string, string>>): Promise<ThreadPage> {
  const table = tableOf(threadModel);
  const { page, pageSize } = pageOf(query);
  const topic = query["topic"] ?? "";
  const condition = and(
    searchCondition(db, threadModel, table, (query["q"] ?? "").slice(0, 200)),
    threads.topic !== undefined && topic !== "" ? eq(columnOf(table, threads.topic), topic) : undefined,
  );
  const [items, totals] = await Promise.all([
    loadThreads(db, condition, pageSize, (page - 1) * pageSize),
    db
      .select({ total: count() })
      .from(table)
      .where(and(shown(db, threadModel), condition)),
  ]);
  return { items, total: totals[0]?.total ?? 0, page, pageSize };
}

async function loadConversation(db: Db, id: string, most: number): Promise<ConversationView> {
  const [thread] = await loadThreads(db, eq(tableOf(threadModel).id, id), 1, 0);
  if (!thread) throw new ApiError("NOT_FOUND_ERROR", words.missing);
  const table = tableOf(replyModel);
  const rows = (await db
    .select()
    .from(table)
    .where(and(shown(db, replyModel), eq(columnOf(table, replies.thread), id)))
    .orderBy(desc(timeOf(table, replies.at)), desc(table.id))
    .limit(most + 1)) as Row[];
  const items = await toPosts(db, replyModel, replies, rows.slice(0, most).toReversed());
  return { ...thread, items, hasEarlier: rows.length > most };
}

export const discussions = new Hono<AppEnv>()
  .get("/", async (context) => context.json(await listThreads(connect(context), context.req.query())))
  .get("/:id", async (context) => {
    const asked = Math.trunc(Number(context.req.query("most")));
    const most = asked >= 1 ? Math.min(asked, mostReplies) : repliesShown;
    return context.json(await loadConversation(connect(context), context.req.param("id"), most));
  });
