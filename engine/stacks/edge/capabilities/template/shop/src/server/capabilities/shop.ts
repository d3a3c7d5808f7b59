// POST /api/shop/checkout { items: [{ id, quantity }], order: {…}, customer: {…} } → 201 { id, number, total }
// Prices and stock are read here, never taken from the browser. No payment is made.
import { and, eq, gte, inArray, sql } from "drizzle-orm";
import { Hono } from "hono";
import { z } from "zod";
import { today } from "../../shared/day.ts";
import { fieldOf, modelOf } from "../../shared/lookup.ts";
import { schemas } from "../../shared/schemas.ts";
import { shopSettings as settings } from "../../shared/shop/settings.ts";
import { connect, type Db } from "../db/client.ts";
import { newId } from "../db/columns.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import { unlimited } from "../permissions.ts";
import { tableOf, toApiRecords } from "../resource/labels.ts";
import { columnOf, isLive, type Resource, type Row } from "../resource/table.ts";
import { createRecord, eraseRecord } from "../resource/write.ts";
import { words } from "./shop-words.ts";

const mostItems = 50;

const checkoutSchema = z.object({
  items: z
    .array(z.object({ id: z.string().min(1).max(100), quantity: z.int().min(1).max(1_000) }))
    .min(1, { error: () => words.emptyCart })
    .max(mostItems, { error: () => words.tooMany(mostItems) }),
  order: z.record(z.string(), z.unknown()).default({}),
  customer: z.record(z.string(), z.unknown()).default({}),
});

const resourceOf = (key: string): Resource => {
  const schema = schemas[key];
  if (!schema) throw new Error(`src/shared/schemas.ts has no "${key}".`);
  return { model: modelOf(key), table: tableOf(modelOf(key)), schema };
};

const pick = (values: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(keys.filter((key) => key in values).map((key) => [key, values[key]]));

/** The wrong inputs of one part of the form, told apart from those of the other by its name. */
async function inPart<Answer>(part: string, work: Promise<Answer>): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ApiError) || !error.fields) throw error;
    const fields = Object.entries(error.fields).map(([key, text]) => [`${part}.${key}`, text]);
    throw new ApiError(error.code, error.message, Object.fromEntries(fields));
  }
}

async function findCustomer(db: Db, given: Record<string, unknown>): Promise<string | null> {
  if (!settings.customer) return null;
  const resource = resourceOf(settings.customer.model);
  const email = given[settings.customer.email];
  if (typeof email === "string" && email.trim() !== "") {
    const column = columnOf(resource.table, settings.customer.email);
    const rows = await db
      .select({ id: resource.table.id })
      .from(resource.table)
      .where(and(isLive(resource.table), eq(sql`lower(${column})`, email.trim().toLowerCase())))
      .limit(1);
    if (rows[0]) return String(rows[0].id);
  }
  return (await inPart("customer", createRecord(db, resource, pick(given, settings.customer.asked)))).id;
}

type Item = z.infer<typeof checkoutSchema>["items"][number] & { row: Row; name: string; price: number };

async function readItems(db: Db, items: z.infer<typeof checkoutSchema>["items"]): Promise<Item[]> {
  const quantities = new Map<string, number>();
  for (const { id, quantity } of items) quantities.set(id, (quantities.get(id) ?? 0) + quantity);
  const model = modelOf(settings.product);
  const table = tableOf(model);
  const rows = (await db
    .select()
    .from(table)
    .where(and(isLive(table), inArray(table.id, [...quantities.keys()])))) as Row[];
  const labels = new Map((await toApiRecords(db, model, rows)).map((record) => [record.id, record._label]));
  return [...quantities].map(([id, quantity]) => {
    const row = rows.find((candidate) => candidate.id === id);
    const isForSale = row && (!settings.active || row[settings.active.field] === settings.active.value);
    if (!isForSale)
      throw new ApiError("CONFLICT", words.notForSale);
    const name = labels.get(id) ?? "";
    return { id, quantity, row, name, price: Number(row[settings.price] ?? 0) };
  });
}

const soldOut = ({ name, row }: Item): ApiError => {
  const left = Math.max(0, Number(row[settings.stock ?? ""] ?? 0));
  return new ApiError("CONFLICT", words.left(left, name));
};

/** Takes the items out of stock, all or none, also when two people order the last one at once. */
async function takeStock(db: Db, items: readonly Item[]): Promise<() => Promise<void>> {
  const { stock } = settings;
  const taken: Item[] = [];
  const table = tableOf(modelOf(settings.product));
  const column = stock === undefined ? undefined : columnOf(table, stock);
  const giveBack = async (): Promise<void> => {
    for (const item of taken)
      if (stock !== undefined && column)
        await db
          .update(table)
          .set({ [stock]: sql`${column} + ${item.quantity}` })
          .where(eq(table.id, item.id));
  };
  if (stock === undefined || !column) return giveBack;
  for (const item of items) {
    // Without a number nothing is counted.
    if (item.row[stock] === null) continue;
    const changed = await db
      .update(table)
      .set({ [stock]: sql`${column} - ${item.quantity}` })
      .where(and(eq(table.id, item.id), gte(column, item.quantity)))
      .returning({ id: table.id });
    if (changed.length === 0) {
      await giveBack();
      const rows = (await db.select().from(table).where(eq(table.id, item.id))) as Row[];
      throw soldOut({ ...item, row: rows[0] ?? item.row });
    }
    taken.push(item);
  }
  return giveBack;
}

const now = (key: string): string =>
  fieldOf(modelOf(settings.order), key)?.type === "date" ? today() : new Date().toISOString();

/** An order keeps its numbers as its fields want them: whole, or with cents. */
function amountFor(model: string, key: string, amount: number): number {
  const isWhole = fieldOf(modelOf(model), key)?.type === "integer";
  return isWhole ? Math.round(amount) : Math.round(amount * 100) / 100;
}

async function writeOrder(
  db: Db,
  items: readonly Item[],
  order: Record<string, unknown>,
  customer: string | null,
): Promise<{ id: string; number: string; total: number }> {
  const total = Math.round(items.reduce((sum, item) => sum + item.price * item.quantity, 0) * 100) / 100;
  const number = `${today().replaceAll("-", "")}-${newId().slice(0, 5).toUpperCase()}`;
  const resource = resourceOf(settings.order);
  const record = await inPart(
    "order",
    createRecord(db, resource, {
      ...pick(order, settings.asked),
      ...(settings.number && { [settings.number]: number }),
      ...(settings.total && { [settings.total]: amountFor(settings.order, settings.total, total) }),
      ...(settings.date && { [settings.date]: now(settings.date) }),
      ...(settings.customer && { [settings.customer.field]: customer }),
    }),
  );
  const written: string[] = [];
  try {
    for (const item of items) {
      const line = await createRecord(db, resourceOf(settings.line), {
        [settings.lineOrder]: record.id,
        [settings.quantity]: item.quantity,
        ...(settings.lineProduct && { [settings.lineProduct]: item.id }),
        ...(settings.lineName && { [settings.lineName]: item.name }),
        ...(settings.linePrice && { [settings.linePrice]: amountFor(settings.line, settings.linePrice, item.price) }),
      });
      written.push(line.id);
    }
  } catch (error) {
    for (const id of written) await eraseRecord(db, resourceOf(settings.line), id);
    await eraseRecord(db, resource, record.id);
    throw error;
  }
  return { id: record.id, number: settings.number ? number : record._label, total };
}

export const shop = new Hono<AppEnv>().post("/checkout", async (context) => {
  const parsed = checkoutSchema.safeParse(await context.req.json().catch(() => undefined));
  if (!parsed.success)
    throw new ApiError("VALIDATION_ERROR", parsed.error.issues[0]?.message ?? words.sendOrder);
  // Whoever orders need not be able to read stock, customers or orders.
  const db = unlimited(connect(context));
  const items = await readItems(db, parsed.data.items);
  const giveBack = await takeStock(db, items);
  try {
    const customer = await findCustomer(db, parsed.data.customer);
    return context.json(await writeOrder(db, items, parsed.data.order, customer), 201);
  } catch (error) {
    await giveBack();
    throw error;
  }
});
