import { describe, expect, test, vi } from "vitest";
import { badgesOf } from "../src/shared/badges.ts";
import type { ApiErrorBody, ApiPage, Dashboard } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { startApp } from "./app.ts";

describe("the API", () => {
  test("says that it is well", async () => {
    expect(await startApp().call("GET", "/health")).toMatchObject({ status: 200, body: { status: "ok" } });
  });

  test("answers unknown addresses and broken bodies with JSON", async () => {
    const app = startApp();
    const missing = await app.call<ApiErrorBody>("GET", "/nowhere");
    expect(missing.status).toBe(404);
    expect(missing.body.error.code).toBe("NOT_FOUND_ERROR");
    const list = await app.call<ApiErrorBody>("POST", `/${models[0]?.slug}`, []);
    expect(list.body.error.code).toBe("VALIDATION_ERROR");
  });

  test("keeps the reason of a failure to itself", async () => {
    const app = startApp();
    app.database.close();
    const silent = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { status, body } = await app.call<ApiErrorBody>("GET", `/${models[0]?.slug}`);
    silent.mockRestore();
    expect(status).toBe(500);
    expect(body.error.message).not.toMatch(/sql|database/i);
  });
});

describe("the example records", () => {
  test("fill every model and the dashboard", async () => {
    const app = startApp({ seeded: true });
    const { body } = await app.call<Dashboard>("GET", "/dashboard");
    expect(body.models.map(({ model }) => model)).toEqual(models.map(({ key }) => key));
    for (const { model, count } of body.models) expect(count, model).toBeGreaterThan(0);
    expect(body.recent.length).toBeGreaterThan(0);
    for (const { slices } of body.breakdowns) expect(slices.length).toBeGreaterThan(0);
  });

  test("carry the same badges in the browser as in a filtered list", async () => {
    const app = startApp({ seeded: true });
    for (const model of models) {
      const all = (await app.call<ApiPage>("GET", `/${model.slug}?pageSize=100`)).body.items;
      for (const badge of model.badges) {
        const expected = all
          .filter((record) => badgesOf(model, record).some(({ slug }) => slug === badge.slug))
          .map(({ id }) => id);
        const { items } = (await app.call<ApiPage>("GET", `/${model.slug}?pageSize=100&badge=${badge.slug}`)).body;
        expect(items.map(({ id }) => id).sort()).toEqual(expected.sort());
      }
    }
  });
});
