// Messages in rooms, from visitors who are known by an id that their browser made. Whoever may open the app may read them:
//   GET    /?room=&visitor=            → ChatView
//   POST   /                           { visitor, author, room, body } → ChatView
//   DELETE /:message?room=&visitor=    → ChatView
import { and, desc, eq, sql } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { Hono } from "hono";
import { z } from "zod";
import { type ChatView, longestMessage, longestName } from "../../shared/chat/chat.ts";
import { chatSettings as settings } from "../../shared/chat/settings.ts";
import { connect, type Db } from "../db/client.ts";
import { newId } from "../db/columns.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import { say } from "../../shared/say.ts";
import { words as general } from "../words.ts";
import { words } from "./chat-words.ts";

const table = sqliteTable(settings.table, {
  id: text("id").primaryKey(),
  createdAt: text("created_at").notNull(),
  room: text("room").notNull(),
  visitor: text("visitor").notNull(),
  author: text("author").notNull(),
  body: text("body").notNull(),
});

const mostMessages = 200;
const mostRooms = 50;

const messageSchema = z.object({
  visitor: z.string().regex(/^[\w-]{8,64}$/, { error: () => words.sendVisitor }),
  author: z.string().trim().max(longestName, { error: () => say.tooLong(longestName) }).default(""),
  room: z.string().trim().min(1, { error: () => words.chooseRoom }).max(longestName, { error: () => say.tooLong(longestName) }),
  body: z.string().trim().min(1, { error: () => words.writeFirst }).max(longestMessage, { error: () => say.tooLong(longestMessage) }),
});

async function view(db: Db, room: string, visitor: string): Promise<ChatView> {
  const [rooms, messages] = await db.batch([
    db
      .select({ name: table.room, messages: sql<number>`count(*)` })
      .from(table)
      .groupBy(table.room)
      .orderBy(desc(sql`max(${table.createdAt})`))
      .limit(mostRooms),
    db
      .select()
      .from(table)
      .where(eq(table.room, room))
      .orderBy(desc(table.createdAt), desc(table.id))
      .limit(mostMessages),
  ]);
  const known = rooms.some(({ name }) => name === settings.room) ? rooms : [{ name: settings.room, messages: 0 }, ...rooms];
  return {
    rooms: known,
    messages: messages
      .toReversed()
      .map(({ id, createdAt, author, body, visitor: by }) => ({ id, createdAt, author, body, isMine: by === visitor })),
  };
}

export const chat = new Hono<AppEnv>()
  .get("/", async (context) => {
    const { room = settings.room, visitor = "" } = context.req.query();
    return context.json(await view(connect(context), room, visitor));
  })
  .post("/", async (context) => {
    const parsed = messageSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success) throw new ApiError("VALIDATION_ERROR", parsed.error.issues[0]?.message ?? general.sendObject);
    const db = connect(context);
    await db.insert(table).values({ id: newId(), createdAt: new Date().toISOString(), ...parsed.data });
    return context.json(await view(db, parsed.data.room, parsed.data.visitor), 201);
  })
  .delete("/:message", async (context) => {
    const { room = settings.room, visitor = "" } = context.req.query();
    const db = connect(context);
    const removed = await db
      .delete(table)
      .where(and(eq(table.id, context.req.param("message")), eq(table.visitor, visitor)))
      .returning({ id: table.id });
    if (removed.length === 0) throw new ApiError("NOT_FOUND_ERROR", words.noMessage);
    return context.json(await view(db, room, visitor));
  });
