import { describe, expect, test } from "vitest";
import type { ApiPage } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { apiQuery, chosenView, dayOf, monthAfter, viewQuery, viewsOf, weeksOf } from "../src/shared/views.ts";
import { startApp } from "./app.ts";
import { createSample } from "./sample.ts";

describe("a calendar", () => {
  test.each([
    { month: "2026-03", firstDay: 0, from: "2026-03-01", to: "2026-04-04", weeks: 5 },
    { month: "2026-03", firstDay: 1, from: "2026-02-23", to: "2026-04-05", weeks: 6 },
    { month: "2026-02", firstDay: 0, from: "2026-02-01", to: "2026-02-28", weeks: 4 },
  ])("shows $month in $weeks whole weeks", ({ month, firstDay, from, to, weeks }) => {
    const days = weeksOf(month, firstDay);
    expect([days.length, days.flat()[0], days.flat().at(-1)]).toEqual([weeks, from, to]);
    expect(new Set(days.flat()).size).toBe(weeks * 7);
  });

  test("turns the year over", () => {
    expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
  });
});

describe.each(models.map((model) => ({ name: model.label, model })))("$name", ({ model }) => {
  test("is looked at in the ways its fields allow, first in its own", () => {
    expect(viewsOf(model)[0]?.id).toBe("table");
    const first = viewsOf(model).find(({ id }) => id === model.view)?.id ?? "table";
    expect(chosenView(model, new URLSearchParams("view=nonsense")).id).toBe(first);
    expect(chosenView(model, new URLSearchParams("view=table")).id).toBe("table");
    for (const { id, fields } of viewsOf(model).slice(1)) {
      expect(chosenView(model, new URLSearchParams({ view: id })).field).toBe(fields[0]);
    }
  });

  test("is found in the month of its date", async () => {
    const app = startApp();
    const id = await createSample(app, model);
    const record = (await app.call("GET", `/${model.slug}/${id}`)).body;
    for (const field of viewsOf(model).find((view) => view.id === "calendar")?.fields ?? []) {
      const month = dayOf(field, record[field.key]).slice(0, 7);
      const find = async (shown: string): Promise<string[]> => {
        const query = new URLSearchParams({ view: "calendar", "view.by": field.key, "view.month": shown });
        const { body } = await app.call<ApiPage>("GET", `/${model.slug}?${viewQuery(model, query)}`);
        return body.items.map((item) => item.id);
      };
      expect(await find(month)).toContain(id);
      expect(await find(monthAfter(month, 3))).not.toContain(id);
    }
  });

  test("is narrowed to a range, its ends included", async () => {
    const app = startApp();
    const id = await createSample(app, model);
    const record = (await app.call("GET", `/${model.slug}/${id}`)).body;
    for (const field of model.fields) {
      const value = record[field.key];
      const isNumber = typeof value === "number" && field.type !== "boolean";
      const isTime = field.type === "date" || field.type === "dateTime";
      if (!isNumber && !isTime) continue;
      const at = isTime ? dayOf(field, value) : String(value);
      const beyond = isTime ? "2999-01-01" : String(Number(value) + 1);
      const count = async (from: string, to: string): Promise<number> => {
        const query = new URLSearchParams({ [`${field.key}.from`]: from, [`${field.key}.to`]: to });
        const { body } = await app.call<ApiPage>("GET", `/${model.slug}?${apiQuery(model, query)}`);
        return body.items.filter((item) => item.id === id).length;
      };
      expect([field.label, await count(at, at), await count(beyond, "")]).toEqual([field.label, 1, 0]);
    }
  });
});
