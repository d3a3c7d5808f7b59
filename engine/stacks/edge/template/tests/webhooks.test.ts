import { createHmac } from "node:crypto";
import { drizzle } from "drizzle-orm/d1";
import { describe, expect, test } from "vitest";
import { refuseAddress } from "../src/server/webhooks/address.ts";
import { deliverDue, type Sender } from "../src/server/webhooks/deliver.ts";
import type { Db } from "../src/server/db/client.ts";
import type { ApiErrorBody } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { startApp, type TestApp } from "./app.ts";
import { createSample } from "./sample.ts";

interface Webhook {
  id: string;
  secret: string;
}

interface Delivery {
  id: string;
  event: string;
  status: string;
  attempts: number;
  answer: number | null;
  problem: string | null;
}

const [model] = models;
const url = "https://hooks.example.com/in";

const listed = async (app: TestApp): Promise<Delivery[]> =>
  (await app.call<{ items: Delivery[] }>("GET", "/webhooks/deliveries")).body.items;

const create = async (app: TestApp, events: readonly string[]): Promise<Webhook> =>
  (await app.call<Webhook>("POST", "/webhooks", { url, events })).body;

/** The outbox needs no account. */
const databaseOf = (app: TestApp): Db => drizzle(app.database) as unknown as Db;

const requests: { url: string; init: RequestInit }[] = [];

/** Answers with a status, or fails with a message, at a time of its own. */
function sender(answer: number | string, at = Date.now()): Sender {
  return {
    now: () => at,
    allowsPrivate: false,
    fetch: (url, init) => {
      requests.push({ url, init });
      return typeof answer === "number"
        ? Promise.resolve(new Response(null, { status: answer }))
        : Promise.reject(new TypeError(answer));
    },
  };
}

describe.runIf(model)("webhooks", () => {
  const { key, slug } = model ?? { key: "", slug: "" };

  test("are told what they asked for, signed as Standard Webhooks has it", async () => {
    const app = startApp();
    const { secret } = await create(app, [`${key}.created`, `${key}.deleted`]);
    expect(secret).toMatch(/^whsec_.{32}$/);
    const id = await createSample(app, model as NonNullable<typeof model>);
    await app.call("DELETE", `/${slug}/${id}`);
    await app.call("POST", `/${slug}/${id}/restore`);
    await app.call("DELETE", `/${slug}/${id}?permanent=true`);
    const mine = (await listed(app)).filter(({ event }) => event.startsWith(`${key}.`));
    expect(mine.map(({ event }) => event).sort()).toEqual([`${key}.created`, `${key}.deleted`, `${key}.deleted`]);

    requests.length = 0;
    expect(await deliverDue(databaseOf(app), sender(204))).toBe(mine.length);
    for (const { url: called, init } of requests) {
      expect(called).toBe(url);
      const headers = new Headers(init.headers);
      const signed = `${headers.get("webhook-id")}.${headers.get("webhook-timestamp")}.${String(init.body)}`;
      const raw = Buffer.from(secret.slice("whsec_".length), "base64");
      expect(headers.get("webhook-signature")).toBe(`v1,${createHmac("sha256", raw).update(signed).digest("base64")}`);
      expect(JSON.parse(String(init.body))).toMatchObject({ data: { id } });
    }
    expect((await listed(app)).every(({ status }) => status === "delivered")).toBe(true);
    expect(await deliverDue(databaseOf(app), sender(204))).toBe(0);
  });

  test("are tried again, later each time, until it is given up", async () => {
    const app = startApp();
    await create(app, ["*"]);
    await createSample(app, model as NonNullable<typeof model>);
    const count = (await listed(app)).length;
    const begin = Date.now();
    await deliverDue(databaseOf(app), sender(500, begin));
    expect((await listed(app))[0]).toMatchObject({ status: "waiting", attempts: 1, answer: 500 });
    expect(await deliverDue(databaseOf(app), sender(500, begin + 4_999))).toBe(0);
    for (let hours = 1; hours < 40; hours += 11)
      // oxlint-disable-next-line no-await-in-loop
      for (let again = 0; again < 2; again += 1) await deliverDue(databaseOf(app), sender(500, begin + hours * 3_600_000));
    for (let hours = 50; hours < 200; hours += 20)
      // oxlint-disable-next-line no-await-in-loop
      await deliverDue(databaseOf(app), sender("connect failed", begin + hours * 3_600_000));
    const given = await listed(app);
    expect(given.map(({ status, attempts }) => [status, attempts])).toEqual(Array.from({ length: count }, () => ["failed", 7]));
  });

  test("say openly that a preview cannot call out", async () => {
    const app = startApp();
    await create(app, ["*"]);
    await createSample(app, model as NonNullable<typeof model>);
    await deliverDue(databaseOf(app), sender("This worker is not permitted to access the internet via global functions."));
    expect((await listed(app))[0]).toMatchObject({
      status: "failed",
      problem: expect.stringContaining("Previews cannot call"),
    });
  });

  test("are changed, switched off and deleted, and keep their secret", async () => {
    const app = startApp();
    const { id } = await create(app, ["*"]);
    const list = await app.call<{ items: Partial<Webhook>[] }>("GET", "/webhooks");
    expect(list.body.items).toHaveLength(1);
    expect(list.body.items[0]).not.toHaveProperty("secret");
    expect((await app.call("PATCH", `/webhooks/${id}`, { isOn: false })).body).toMatchObject({ isOn: false });
    await createSample(app, model as NonNullable<typeof model>);
    expect(await listed(app)).toEqual([]);
    expect((await app.call("DELETE", `/webhooks/${id}`)).status).toBe(204);
    expect((await app.call("DELETE", `/webhooks/${id}`)).status).toBe(404);
  });

  test.each([
    { given: { url: "http://example.com", events: ["*"] }, field: "url" },
    { given: { url: "https://127.0.0.1/x", events: ["*"] }, field: "url" },
    { given: { url, events: ["nothing.happened"] }, field: "events" },
    { given: { url, events: [] }, field: "events" },
  ])("are refused with $given", async ({ given, field }) => {
    const { status, body } = await startApp().call<ApiErrorBody>("POST", "/webhooks", given);
    expect([status, Object.keys(body.error.fields ?? {})]).toEqual([400, [field]]);
  });
});

describe("an address", () => {
  test.each([
    "https://localhost/x",
    "https://db.internal/",
    "https://printer",
    "https://10.1.2.3/",
    "https://172.20.0.1/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/meta-data",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://user:pass@example.com/",
    "ftp://example.com/",
    "nonsense",
  ])("that the app may not call: %s", (address) => {
    expect(refuseAddress(address, false)).toBeDefined();
  });

  test.each(["https://example.com/hook?x=1", "https://8.8.8.8/", "https://hooks.example.co.uk:8443/"])(
    "that it may: %s",
    (address) => {
      expect(refuseAddress(address, false)).toBeUndefined();
    },
  );

  test("of one's own machine is allowed in development alone", () => {
    expect(refuseAddress("http://localhost:9000/", true)).toBeUndefined();
  });
});
