// GET    /                       → { items, events }
// POST   /                       { url, events } → 201 with the secret, which is shown this once
// PATCH  /:id                    { url?, events?, isOn? }            DELETE /:id → 204
// POST   /:id/test               → the delivery of an event "test"
// GET    /deliveries             → { items }, the newest 50
// POST   /deliveries/:id/retry   → the delivery
import { desc, eq, getTableColumns } from "drizzle-orm";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { models } from "../../shared/models.ts";
import { connect, type Db } from "../db/client.ts";
import { newId } from "../db/columns.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import { refuseAddress } from "./address.ts";
import { deliverDue } from "./deliver.ts";
import { senderOf } from "./drain.ts";
import { newSecret } from "./sign.ts";
import { deliveries, webhooks } from "./tables.ts";
import { say } from "../../shared/say.ts";
import { words } from "../words.ts";

const mostWebhooks = 20;
const mostShown = 50;

const eventNames: readonly string[] = models.flatMap(({ key }) =>
  ["*", "created", "updated", "deleted", "restored"].map((verb) => `${key}.${verb}`),
);

const inputSchema = z.strictObject({
  url: z.string().trim().min(1, { error: () => words.enterAddress }).max(2_000, { error: () => say.tooLong(2_000) }),
  events: z
    .array(z.string())
    .min(1, { error: () => words.chooseEvent })
    .max(200)
    .refine((events) => events.every((event) => event === "*" || eventNames.includes(event)), {
      error: () => words.noEvent,
    }),
});
const changeSchema = inputSchema.partial().extend({ isOn: z.boolean().optional() });

async function parse<Schema extends z.ZodType>(context: Context<AppEnv>, schema: Schema): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(await context.req.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0] ?? ""), issue.message]));
  throw new ApiError("VALIDATION_ERROR", parsed.error.issues[0]?.message ?? words.sendObject, fields);
}

function checkAddress(context: Context<AppEnv>, url: string | undefined): void {
  const refusal = url === undefined ? undefined : refuseAddress(url, senderOf(context).allowsPrivate);
  if (refusal !== undefined) throw new ApiError("VALIDATION_ERROR", refusal, { url: refusal });
}

const { secret: _secret, ...shownColumns } = getTableColumns(webhooks);

const missing = (): ApiError => new ApiError("NOT_FOUND_ERROR", words.noWebhook);

async function findDelivery(db: Db, id: string) {
  const [delivery] = await db.select().from(deliveries).where(eq(deliveries.id, id)).limit(1);
  if (!delivery) throw new ApiError("NOT_FOUND_ERROR", words.noDelivery);
  return delivery;
}

export const webhookRoutes = new Hono<AppEnv>()
  .get("/", async (context) => {
    const items = await connect(context).select(shownColumns).from(webhooks).orderBy(desc(webhooks.createdAt));
    return context.json({ items, events: ["*", ...eventNames] });
  })
  .post("/", async (context) => {
    const db = connect(context);
    const { url, events } = await parse(context, inputSchema);
    checkAddress(context, url);
    if ((await db.select({ id: webhooks.id }).from(webhooks).limit(mostWebhooks)).length === mostWebhooks)
      throw new ApiError("CONFLICT", words.tooManyWebhooks(mostWebhooks));
    const webhook = { id: newId(), createdAt: new Date().toISOString(), url, events, isOn: true, secret: newSecret() };
    await db.insert(webhooks).values(webhook);
    return context.json(webhook, 201);
  })
  .get("/deliveries", async (context) => {
    const items = await connect(context)
      .select()
      .from(deliveries)
      .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
      .limit(mostShown);
    return context.json({ items });
  })
  .post("/deliveries/:id/retry", async (context) => {
    const db = connect(context);
    const { id } = await findDelivery(db, context.req.param("id"));
    const now = new Date().toISOString();
    await db.update(deliveries).set({ status: "waiting", attempts: 0, nextAt: now }).where(eq(deliveries.id, id));
    await deliverDue(db, senderOf(context));
    return context.json(await findDelivery(db, id));
  })
  .patch("/:id", async (context) => {
    const changes = await parse(context, changeSchema);
    checkAddress(context, changes.url);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    if (Object.keys(given).length === 0) throw new ApiError("VALIDATION_ERROR", words.sendChange);
    const [changed] = await connect(context)
      .update(webhooks)
      .set(given)
      .where(eq(webhooks.id, context.req.param("id")))
      .returning(shownColumns);
    if (!changed) throw missing();
    return context.json(changed);
  })
  .delete("/:id", async (context) => {
    const erased = await connect(context)
      .delete(webhooks)
      .where(eq(webhooks.id, context.req.param("id")))
      .returning({ id: webhooks.id });
    if (erased.length === 0) throw missing();
    return context.body(null, 204);
  })
  .post("/:id/test", async (context) => {
    const db = connect(context);
    const [webhook] = await db.select().from(webhooks).where(eq(webhooks.id, context.req.param("id"))).limit(1);
    if (!webhook) throw missing();
    const [id, now] = [`msg_${newId()}`, new Date().toISOString()];
    const body = JSON.stringify({ type: "test", timestamp: now, data: {} });
    await db.insert(deliveries).values({
      id,
      createdAt: now,
      webhookId: webhook.id,
      event: "test",
      body,
      status: "waiting",
      attempts: 0,
      nextAt: now,
    });
    await deliverDue(db, senderOf(context));
    return context.json(await findDelivery(db, id));
  });
