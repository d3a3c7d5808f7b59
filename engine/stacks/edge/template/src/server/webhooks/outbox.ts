// What is to be told about a change, stored in the same transaction as the change.
import { and, eq, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Db } from "../db/client.ts";
import { type Change, traceOf } from "../permissions.ts";
import { deliveries, webhooks } from "./tables.ts";

const verbs: Readonly<Record<Change["action"], string>> = {
  create: "created",
  update: "updated",
  delete: "deleted",
  restore: "restored",
  purge: "deleted",
};

function outboxOf(db: Db, { action, model, id, before, values }: Change): BatchItem<"sqlite">[] {
  // It was told when the record went to the trash.
  if (action === "purge" && before?._deletedAt !== null) return [];
  const event = `${model.key}.${verbs[action]}`;
  const now = new Date().toISOString();
  const all: Record<string, unknown> = { ...before, ...values };
  const fields = Object.fromEntries(model.fields.map(({ key }) => [key, all[key] ?? null]));
  const body = JSON.stringify({ type: event, timestamp: now, data: { id, ...fields } });
  const wanted = sql`exists (
    select 1 from json_each(${webhooks.events}) where value in ('*', ${`${model.key}.*`}, ${event})
  )`;
  return [
    db.insert(deliveries).select(
      // Every column of the table, in its order.
      db
        .select({
          id: sql<string>`'msg_' || lower(hex(randomblob(12)))`.as("id"),
          createdAt: sql<string>`${now}`.as("created_at"),
          webhookId: webhooks.id,
          event: sql<string>`${event}`.as("event"),
          body: sql<string>`${body}`.as("body"),
          status: sql<"waiting">`'waiting'`.as("status"),
          attempts: sql<number>`0`.as("attempts"),
          nextAt: sql<string>`${now}`.as("next_at"),
          answer: sql<null>`null`.as("answer"),
          problem: sql<null>`null`.as("problem"),
        })
        .from(webhooks)
        .where(and(eq(webhooks.isOn, true), wanted)),
    ),
  ];
}

/** Everything that is stored together with a change, all or nothing: the trail of the accounts, and what webhooks tell. */
export const recordChange = async (db: Db, change: Change): Promise<BatchItem<"sqlite">[]> => [
  ...(await traceOf(db, change)),
  ...outboxOf(db, change),
];
