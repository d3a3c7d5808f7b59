// Sends what waits in the outbox. There is no clock of its own: it runs after writes and beside later requests.
import { and, asc, eq, lte } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { refuseAddress } from "./address.ts";
import { sign } from "./sign.ts";
import { deliveries, webhooks } from "./tables.ts";
import { words } from "../words.ts";

const atOnce = 10;
const longestWait = 10_000;
/** A delivery that was begun and never ended is tried again after this. */
const lostAfter = 60_000;
/** Seconds after each attempt; then it has failed. */
const pauses = [5, 300, 1_800, 7_200, 18_000, 36_000];
const day = 86_400_000;

export interface Sender {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  now: () => number;
  /** For development: addresses in one's own network. */
  allowsPrivate: boolean;
}

const iso = (time: number): string => new Date(time).toISOString();

const closedNetwork = /not permitted to access the internet/i;

type Delivery = typeof deliveries.$inferSelect;

type Outcome = Partial<Pick<Delivery, "answer" | "problem">> & { isDone: boolean; isHopeless?: boolean };

async function send(delivery: Delivery, url: string, secret: string, sender: Sender): Promise<Outcome> {
  const refusal = refuseAddress(url, sender.allowsPrivate);
  if (refusal !== undefined) return { isDone: false, isHopeless: true, problem: refusal };
  const seconds = Math.floor(sender.now() / 1_000);
  try {
    const response = await sender.fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "webhook-id": delivery.id,
        "webhook-timestamp": String(seconds),
        "webhook-signature": await sign(secret, delivery.id, seconds, delivery.body),
      },
      body: delivery.body,
      // Another address would have to be checked as well.
      redirect: "manual",
      signal: AbortSignal.timeout(longestWait),
    });
    await response.body?.cancel();
    return { isDone: response.ok, answer: response.status, problem: response.ok ? null : words.itAnswered(response.status) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (closedNetwork.test(reason))
      return { isDone: false, isHopeless: true, problem: words.previewCannotCall };
    return { isDone: false, problem: reason.includes("timeout") ? words.noAnswer : words.notReached };
  }
}

async function deliverOne(db: Db, delivery: Delivery, sender: Sender): Promise<void> {
  // Whoever gets it to this later time has it; another request then finds nothing due.
  const mine = await db
    .update(deliveries)
    .set({ attempts: delivery.attempts + 1, nextAt: iso(sender.now() + lostAfter) })
    .where(and(eq(deliveries.id, delivery.id), eq(deliveries.nextAt, delivery.nextAt), eq(deliveries.status, "waiting")))
    .returning({ id: deliveries.id });
  if (mine.length === 0) return;
  const [webhook] = await db.select().from(webhooks).where(eq(webhooks.id, delivery.webhookId)).limit(1);
  if (!webhook) return;
  const { isDone, isHopeless = false, ...told } = await send(delivery, webhook.url, webhook.secret, sender);
  const pause = pauses[delivery.attempts];
  const isOver = isHopeless || pause === undefined;
  await db
    .update(deliveries)
    .set({
      ...told,
      status: isDone ? "delivered" : isOver ? "failed" : "waiting",
      nextAt: iso(sender.now() + (pause ?? 0) * 1_000),
    })
    .where(eq(deliveries.id, delivery.id));
}

/** Answers how many were due. */
export async function deliverDue(db: Db, sender: Sender): Promise<number> {
  const due = await db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.status, "waiting"), lte(deliveries.nextAt, iso(sender.now()))))
    .orderBy(asc(deliveries.nextAt))
    .limit(atOnce);
  await Promise.all(due.map((delivery) => deliverOne(db, delivery, sender)));
  // The log keeps a month.
  if (due.length > 0) await db.delete(deliveries).where(lte(deliveries.createdAt, iso(sender.now() - 30 * day)));
  return due.length;
}
