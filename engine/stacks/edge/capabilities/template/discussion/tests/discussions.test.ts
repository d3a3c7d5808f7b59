import { describe, expect, test } from "vitest";
import type { ConversationView, ThreadPage } from "../src/shared/discussions/discussions.ts";
import { discussionSettings as settings } from "../src/shared/discussions/settings.ts";
import { modelOf } from "../src/shared/lookup.ts";
import { startApp, type TestApp } from "./app.ts";
import { createSample, sampleValues } from "./sample.ts";

const { threads, replies } = settings;
const [threadModel, replyModel] = [modelOf(threads.model), modelOf(replies.model)];
const path = `/${settings.slug}`;

/** Neither pinned nor closed, unless that is said. */
async function start(app: TestApp, marks: { pinned?: boolean; closed?: boolean } = {}): Promise<string> {
  const { body } = await app.call("POST", `/${threadModel.slug}`, {
    ...(await sampleValues(app, threadModel)),
    ...(threads.pinned !== undefined && { [threads.pinned]: marks.pinned === true }),
    ...(threads.closed !== undefined && { [threads.closed]: marks.closed === true }),
    ...(threads.at !== undefined && { [threads.at]: "2026-01-01T10:00:00.000Z" }),
    ...(threads.anonymous !== undefined && { [threads.anonymous]: false }),
  });
  return body.id;
}

/** At a day of 2026's February; without it, when the app says. */
async function reply(app: TestApp, thread: string, day = 1, isAnonymous = false) {
  const values = await sampleValues(app, replyModel);
  return app.call("POST", `/${replyModel.slug}`, {
    ...values,
    [replies.thread]: thread,
    ...(replies.anonymous !== undefined && { [replies.anonymous]: isAnonymous }),
    ...(replies.at !== undefined && { [replies.at]: new Date(Date.UTC(2026, 1, day)).toISOString() }),
  });
}

const list = async (app: TestApp, query = ""): Promise<ThreadPage> =>
  (await app.call<ThreadPage>("GET", `${path}?pageSize=50${query}`)).body;

describe("discussions", () => {
  test("count their replies and name the latest", async () => {
    const app = startApp();
    const thread = await start(app);
    expect((await list(app)).items.find(({ record }) => record.id === thread)?.replies).toBe(0);
    await reply(app, thread, 1);
    const { body: last } = await reply(app, thread, 2);
    const found = (await list(app)).items.find(({ record }) => record.id === thread);
    expect(found?.replies).toBe(2);
    if (replies.at !== undefined) expect(found?.active.at).toBe(last[replies.at]);
    if (replies.author !== undefined) expect(found?.active.by).toBe(last[replies.author]);
  });

  test("come back to the top when somebody replies, behind what is pinned", async () => {
    if (replies.at === undefined || threads.at === undefined) return;
    const app = startApp();
    const [first, second] = [await start(app), await start(app)];
    await reply(app, second, 1);
    await reply(app, first, 2);
    const order = async (ids: readonly string[]): Promise<string[]> =>
      (await list(app)).items.map(({ record }) => record.id).filter((id) => ids.includes(id));
    expect(await order([first, second])).toEqual([first, second]);
    if (threads.pinned === undefined) return;
    const pinned = await start(app, { pinned: true });
    expect(await order([first, second, pinned])).toEqual([pinned, first, second]);
  });

  test("are narrowed to a topic", async () => {
    if (threads.topic === undefined) return;
    const app = startApp();
    const thread = await start(app);
    const field = threadModel.fields.find(({ key }) => key === threads.topic);
    const topic = await createSample(app, modelOf(field?.reference?.model ?? ""));
    await app.call("PATCH", `/${threadModel.slug}/${thread}`, { [threads.topic]: topic });
    expect((await list(app, `&topic=${topic}`)).items.map(({ record }) => record.id)).toEqual([thread]);
  });

  test("show the latest replies, the oldest of them first", async () => {
    const app = startApp();
    const thread = await start(app);
    const made: string[] = [];
    // oxlint-disable-next-line no-await-in-loop
    for (const day of [1, 2, 3]) made.push((await reply(app, thread, day)).body.id);
    const { body } = await app.call<ConversationView>("GET", `${path}/${thread}?most=2`);
    expect(body.hasEarlier).toBe(true);
    if (replies.at !== undefined) expect(body.items.map(({ record }) => record.id)).toEqual(made.slice(1));
    await app.call("DELETE", `/${replyModel.slug}/${made[2]}`);
    const after = await app.call<ConversationView>("GET", `${path}/${thread}`);
    expect(after.body.items).toHaveLength(2);
    expect(after.body.hasEarlier).toBe(false);
  });

  test("do not tell who wrote what is anonymous", async () => {
    if (replies.anonymous === undefined) return;
    const app = startApp();
    const thread = await start(app);
    await reply(app, thread, 1, true);
    const { body } = await app.call<ConversationView>("GET", `${path}/${thread}`);
    expect([body.items[0]?.author, body.active.by]).toEqual(["", ""]);
  });

  test("that are closed take no replies until they are opened again", async () => {
    if (threads.closed === undefined) return;
    const app = startApp();
    const thread = await start(app, { closed: true });
    expect((await reply(app, thread)).status).toBe(409);
    await app.call("PATCH", `/${threadModel.slug}/${thread}`, { [threads.closed]: false });
    expect((await reply(app, thread)).status).toBe(201);
  });

  test("that do not exist are not found", async () => {
    expect((await startApp().call("GET", `${path}/nothing`)).status).toBe(404);
  });
});
