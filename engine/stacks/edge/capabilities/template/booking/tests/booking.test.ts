import { describe, expect, test } from "vitest";
import { bookingSettings as settings } from "../src/shared/booking/settings.ts";
import { overlap, spanOf } from "../src/shared/booking/span.ts";
import { fieldOf, modelOf } from "../src/shared/lookup.ts";
import type { ApiErrorBody, ApiPage } from "../src/shared/model.ts";
import { startApp, type TestApp } from "./app.ts";
import { createSample, sampleValues } from "./sample.ts";

const model = modelOf(settings.model);
const resource = settings.resource === undefined ? undefined : fieldOf(model, settings.resource);
const path = `/${model.slug}`;

const at = (day: number, hour = 9): string =>
  new Date(Date.UTC(2031, 4, day, hour)).toISOString().slice(0, settings.wholeDays ? 10 : 24);

/** A booking for one hour or one day, and what is booked. */
async function values(app: TestApp, day: number, booked?: unknown): Promise<Record<string, unknown>> {
  const sample = await sampleValues(app, model);
  sample[settings.start] = at(day);
  if (settings.end) sample[settings.end] = settings.wholeDays ? at(settings.nights ? day + 1 : day) : at(day, 10);
  if (settings.duration) sample[settings.duration.field] = 60 / settings.duration.minutes;
  if (settings.status) {
    const choices = fieldOf(model, settings.status.field)?.choices ?? [];
    sample[settings.status.field] = choices.find(({ value }) => !settings.status?.free.includes(value))?.value;
  }
  if (resource?.reference)
    sample[resource.key] = booked ?? (await createSample(app, modelOf(resource.reference.model)));
  return sample;
}

describe("a booking", () => {
  test("is refused when its time is taken, with the reason", async () => {
    const app = startApp();
    const first = await values(app, 3);
    expect((await app.call("POST", path, first)).status).toBe(201);
    const second = await values(app, 3, first[settings.resource ?? ""]);
    const refused = await app.call<ApiErrorBody>("POST", path, second);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain("booked already");
    expect(Object.keys(refused.body.error.fields ?? {})).toEqual([settings.start]);
    expect((await app.call<ApiPage>("GET", path)).body.total).toBe(1);
  });

  test("may be moved, but not onto another", async () => {
    const app = startApp();
    const first = await values(app, 3);
    const booked = first[settings.resource ?? ""];
    await app.call("POST", path, first);
    const later = await values(app, 9, booked);
    const { body } = await app.call("POST", path, later);
    expect((await app.call("PATCH", `${path}/${body.id}`, {})).status).toBe(200);
    const times = Object.fromEntries(
      [settings.start, settings.end].filter((key) => key !== undefined).map((key) => [key, first[key]]),
    );
    expect((await app.call("PATCH", `${path}/${body.id}`, times)).status).toBe(409);
  });

  test("stands alone when many ask at once", async () => {
    const app = startApp();
    const first = await values(app, 3);
    const all = [first, await values(app, 3, first[settings.resource ?? ""])];
    await Promise.all(all.map((each) => app.call("POST", path, each)));
    expect((await app.call<ApiPage>("GET", path)).body.total).toBeLessThanOrEqual(1);
  });

  test("is told apart from free times", async () => {
    const app = startApp();
    const first = await values(app, 3);
    await app.call("POST", path, first);
    const query = (day: number): URLSearchParams =>
      new URLSearchParams({
        from: new Date(Date.UTC(2031, 4, day)).toISOString(),
        to: new Date(Date.UTC(2031, 4, day + 1)).toISOString(),
        resource: String(first[settings.resource ?? ""] ?? ""),
      });
    const taken = async (day: number): Promise<number> =>
      (await app.call<{ taken: unknown[] }>("GET", `/${settings.slug}?${query(day)}`)).body.taken.length;
    expect([await taken(3), await taken(20)]).toEqual([1, 0]);
  });
});

test("two that follow each other do not overlap", () => {
  const hours = { start: "start", end: "end", wholeDays: false, nights: false };
  const morning = spanOf(hours, { start: "2031-05-03T09:00:00Z", end: "2031-05-03T10:00:00Z" }, null);
  const next = spanOf(hours, { start: "2031-05-03T10:00:00Z" }, 30);
  expect(morning && next && overlap(morning, next)).toBe(false);
  const nights = { ...hours, wholeDays: true, nights: true };
  const stay = spanOf(nights, { start: "2031-05-03", end: "2031-05-05" }, null);
  const arrival = spanOf(nights, { start: "2031-05-05", end: "2031-05-06" }, null);
  expect(stay && arrival && overlap(stay, arrival)).toBe(false);
});
