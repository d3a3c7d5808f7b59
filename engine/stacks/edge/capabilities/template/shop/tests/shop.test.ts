import { describe, expect, test } from "vitest";
import { modelOf } from "../src/shared/lookup.ts";
import type { ApiErrorBody, ApiPage, ApiRecord } from "../src/shared/model.ts";
import { shopSettings as settings } from "../src/shared/shop/settings.ts";
import { startApp, type TestApp } from "./app.ts";
import { createSample, sampleValues } from "./sample.ts";

const [product, order, line] = [settings.product, settings.order, settings.line].map(modelOf);
if (!product || !order || !line) throw new Error("The shop needs three models.");

async function stocked(app: TestApp, stock: number): Promise<ApiRecord> {
  const values = await sampleValues(app, product as NonNullable<typeof product>);
  if (settings.stock) values[settings.stock] = stock;
  if (settings.active) values[settings.active.field] = settings.active.value;
  return (await app.call("POST", `/${product?.slug}`, values)).body;
}

async function form(app: TestApp): Promise<object> {
  const { customer } = settings;
  const part = async (key: string, asked: readonly string[]): Promise<object> => {
    const values = await sampleValues(app, modelOf(key));
    return Object.fromEntries(asked.map((field) => [field, values[field] ?? ""]));
  };
  return {
    order: await part(settings.order, settings.asked),
    ...(customer && { customer: await part(customer.model, customer.asked) }),
  };
}

const checkout = `/${settings.slug}/checkout`;

describe("checkout", () => {
  test("writes the order and its lines, and takes the goods out of stock", async () => {
    const app = startApp();
    const chosen = await stocked(app, 5);
    const placed = await app.call<{ id: string; total: number }>("POST", checkout, {
      items: [{ id: chosen.id, quantity: 2 }],
      ...(await form(app)),
    });
    expect(placed.status).toBe(201);
    expect(placed.body.total).toBeCloseTo(Number(chosen[settings.price]) * 2, 2);
    const lines = await app.call<ApiPage>("GET", `/${line.slug}?${settings.lineOrder}=${placed.body.id}`);
    expect(lines.body.items.map((item) => item[settings.quantity])).toEqual([2]);
    if (settings.stock) expect((await app.call("GET", `/${product.slug}/${chosen.id}`)).body[settings.stock]).toBe(3);
  });

  test("sells nothing that is not there, and leaves no half order", async () => {
    if (!settings.stock) return;
    const app = startApp();
    const [much, little] = [await stocked(app, 5), await stocked(app, 1)];
    const refused = await app.call<ApiErrorBody>("POST", checkout, {
      items: [
        { id: much.id, quantity: 1 },
        { id: little.id, quantity: 2 },
      ],
      ...(await form(app)),
    });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain("Only 1");
    expect((await app.call<ApiPage>("GET", `/${order.slug}`)).body.total).toBe(0);
    expect((await app.call("GET", `/${product.slug}/${much.id}`)).body[settings.stock]).toBe(5);
  });

  test("sells the last one once, however many ask at once", async () => {
    if (!settings.stock) return;
    const app = startApp();
    const last = await stocked(app, 1);
    const asked = [await form(app), await form(app), await form(app)];
    const answers = await Promise.all(
      asked.map((values) => app.call("POST", checkout, { items: [{ id: last.id, quantity: 1 }], ...values })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test("refuses an empty cart and products that are gone", async () => {
    const app = startApp();
    expect((await app.call("POST", checkout, { items: [] })).status).toBe(400);
    expect((await app.call("POST", checkout, { items: [{ id: "gone", quantity: 1 }] })).status).toBe(409);
    await createSample(app, product);
  });
});
