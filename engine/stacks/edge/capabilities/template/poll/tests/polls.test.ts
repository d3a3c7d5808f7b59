import { describe, expect, test } from "vitest";
import { modelOf } from "../src/shared/lookup.ts";
import { type PollView, shareOf } from "../src/shared/polls/polls.ts";
import { pollSettings as settings } from "../src/shared/polls/settings.ts";
import { startApp, type TestApp } from "./app.ts";
import { credentials } from "./credentials.ts";
import { createSample, sampleValues } from "./sample.ts";

const [ada, ben] = ["visitor-ada", "visitor-ben"];

/** A day as the poll's end, in the form its field takes. */
function endsOn(day: string): Record<string, string> {
  const field = modelOf(settings.polls).fields.find(({ key }) => key === settings.closes);
  return field ? { [field.key]: field.type === "date" ? day : `${day}T12:00:00.000Z` } : {};
}

/** An open poll with two options. */
async function createPoll(app: TestApp): Promise<{ poll: string; options: string[] }> {
  const model = modelOf(settings.polls);
  const values = await sampleValues(app, model);
  const { body } = await app.call("POST", `/${model.slug}`, { ...values, ...endsOn("2999-01-01") });
  const optionModel = modelOf(settings.options);
  const options: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    // One after the other: their order is that of their making.
    // oxlint-disable-next-line no-await-in-loop
    const made = await app.call("POST", `/${optionModel.slug}`, {
      // oxlint-disable-next-line no-await-in-loop
      ...(await sampleValues(app, optionModel)),
      [settings.field]: body.id,
    });
    options.push(made.body.id);
  }
  return { poll: body.id, options };
}

describe("a poll", () => {
  test("counts each visitor once, and lets them change their vote", async () => {
    const app = startApp();
    const { poll, options } = await createPoll(app);
    // Where people sign in, they are two of them.
    const other = app.as(credentials(app.database));
    const vote = async (who: Pick<TestApp, "call">, visitor: string | undefined, option: string | undefined) =>
      (await who.call<PollView>("PUT", `/${settings.slug}/${poll}`, { visitor, option })).body;
    await vote(app, ada, options[0]);
    await vote(other, ben, options[0]);
    const after = await vote(app, ada, options[1]);
    expect(after.mine).toBe(options[1]);
    expect(after.options.map(({ id, votes }) => [id, votes]).sort()).toEqual(options.map((id) => [id, 1]).sort());
    const { body } = await other.call<{ items: PollView[] }>("GET", `/${settings.slug}?visitor=${ben}`);
    expect(body.items.find(({ id }) => id === poll)?.mine).toBe(options[0]);
  });

  test("takes no vote for what is not its option", async () => {
    const app = startApp();
    const { poll } = await createPoll(app);
    expect((await app.call("PUT", `/${settings.slug}/${poll}`, { visitor: ada, option: "other" })).status).toBe(400);
    expect((await app.call("PUT", `/${settings.slug}/gone`, { visitor: ada, option: "other" })).status).toBe(404);
  });

  test("with a day of its end behind it is closed", async () => {
    if (!settings.closes) return;
    const app = startApp();
    const { poll, options } = await createPoll(app);
    await app.call("PATCH", `/${modelOf(settings.polls).slug}/${poll}`, endsOn("2020-01-01"));
    const answer = await app.call("PUT", `/${settings.slug}/${poll}`, { visitor: ada, option: options[0] });
    expect(answer.status).toBe(409);
  });

  test("shows shares in whole percent", () => {
    expect([shareOf(0, 0), shareOf(1, 3), shareOf(3, 3)]).toEqual([0, 33, 100]);
  });
});

test("polls are listed with their options", async () => {
  const app = startApp();
  await createSample(app, modelOf(settings.polls));
  expect((await app.call("GET", `/${settings.slug}?visitor=${ada}`)).status).toBe(200);
});
