// Votes of people who are signed in, or of visitors who are known by an id that their browser made; one for each poll,
// which may be changed while it is open:
//   GET /?visitor=      → { items: PollView[] }
//   PUT /:poll          { visitor, option } → PollView
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { Hono } from "hono";
import { z } from "zod";
import { modelOf } from "../../shared/lookup.ts";
import type { PollView } from "../../shared/polls/polls.ts";
import { pollSettings as settings } from "../../shared/polls/settings.ts";
import { connect, type Db } from "../db/client.ts";
import { newId } from "../db/columns.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import { visitorOf } from "../permissions.ts";
import { tableOf, toApiRecords } from "../resource/labels.ts";
import { shown } from "../resource/shown.ts";
import type { Row } from "../resource/table.ts";
import { words as general } from "../words.ts";
import { words } from "./poll-words.ts";

const votes = sqliteTable(settings.table, {
  id: text("id").primaryKey(),
  createdAt: text("created_at").notNull(),
  pollId: text("poll_id").notNull(),
  optionId: text("option_id").notNull(),
  visitor: text("visitor").notNull(),
});

const mostPolls = 50;
const voteSchema = z.object({
  visitor: z.string().regex(/^[\w-]{8,64}$/, { error: () => words.sendVisitor }),
  option: z.string().min(1, { error: () => words.chooseOption }),
});

const longText = modelOf(settings.polls).fields.find(({ type }) => type === "longText" || type === "richText");

function isOpen(poll: Row): boolean {
  const closes = settings.closes ? poll[settings.closes] : undefined;
  // A day ends with its last moment.
  return typeof closes !== "string" || closes === "" || new Date(closes.length === 10 ? `${closes}T23:59:59Z` : closes) > new Date();
}

async function loadPolls(db: Db, claimed: string, id?: string): Promise<PollView[]> {
  const visitor = visitorOf(db, claimed);
  const [pollModel, optionModel] = [modelOf(settings.polls), modelOf(settings.options)];
  const [polls, options] = [tableOf(pollModel), tableOf(optionModel)];
  const found = (await db
    .select()
    .from(polls)
    .where(and(shown(db, pollModel), id === undefined ? undefined : eq(polls.id, id)))
    .orderBy(desc(polls.createdAt))
    .limit(mostPolls)) as Row[];
  const ids = found.map((poll) => poll.id);
  if (ids.length === 0) return [];
  const column = options[settings.field as keyof typeof options] as typeof options.id;
  const rows = (await db
    .select()
    .from(options)
    .where(and(shown(db, optionModel), inArray(column, ids)))
    .orderBy(options.createdAt, options.id)) as Row[];
  const [counts, mine, pollRecords, optionRecords] = await Promise.all([
    db
      .select({ option: votes.optionId, count: sql<number>`count(*)` })
      .from(votes)
      .where(inArray(votes.pollId, ids))
      .groupBy(votes.optionId),
    db
      .select()
      .from(votes)
      .where(and(inArray(votes.pollId, ids), eq(votes.visitor, visitor))),
    toApiRecords(db, pollModel, found),
    toApiRecords(db, optionModel, rows),
  ]);
  return pollRecords.map((poll, at) => ({
    id: poll.id,
    label: poll._label,
    text: longText ? String(poll[longText.key] ?? "") : "",
    isOpen: isOpen(found[at] ?? ({ id: "" } as Row)),
    options: optionRecords
      .filter((option) => option[settings.field] === poll.id)
      .map((option) => ({
        id: option.id,
        label: option._label,
        votes: counts.find((row) => row.option === option.id)?.count ?? 0,
      })),
    mine: mine.find((row) => row.pollId === poll.id)?.optionId ?? "",
  }));
}

export const polls = new Hono<AppEnv>()
  .get("/", async (context) =>
    context.json({ items: await loadPolls(connect(context), context.req.query("visitor") ?? "") }),
  )
  .put("/:poll", async (context) => {
    const parsed = voteSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success) throw new ApiError("VALIDATION_ERROR", parsed.error.issues[0]?.message ?? general.sendObject);
    const db = connect(context);
    const id = context.req.param("poll");
    const [poll] = await loadPolls(db, parsed.data.visitor, id);
    if (!poll) throw new ApiError("NOT_FOUND_ERROR", words.missing);
    if (!poll.isOpen) throw new ApiError("CONFLICT", words.closed);
    if (!poll.options.some((option) => option.id === parsed.data.option))
      throw new ApiError("VALIDATION_ERROR", words.otherOption);
    await db
      .insert(votes)
      .values({
        id: newId(),
        createdAt: new Date().toISOString(),
        pollId: id,
        optionId: parsed.data.option,
        visitor: visitorOf(db, parsed.data.visitor),
      })
      .onConflictDoUpdate({ target: [votes.pollId, votes.visitor], set: { optionId: parsed.data.option } });
    const [after] = await loadPolls(db, parsed.data.visitor, id);
    return context.json(after);
  });
