import { describe, expect, test } from "vitest";
import type { ApiPage, Dashboard } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { startApp } from "./app.ts";

describe("the dashboard", () => {
  test("adds up what the lists hold", async () => {
    const app = startApp({ seeded: true });
    const { totals, trends } = (await app.call<Dashboard>("GET", "/dashboard")).body;
    const listed = new Map<string, ApiPage["items"]>();
    for (const { key, slug } of models) {
      listed.set(key, (await app.call<ApiPage>("GET", `/${slug}?pageSize=100`)).body.items);
    }
    for (const { model, field, sum, average } of totals) {
      const values = (listed.get(model) ?? []).map((record) => record[field]).filter((value) => typeof value === "number");
      const expected = values.reduce((one, other) => one + other, 0);
      expect(sum, field).toBeCloseTo(expected, 4);
      expect(average, field).toBeCloseTo(expected / values.length, 4);
    }
    // The example records are younger than the twelve weeks shown.
    for (const { model, weeks } of trends) {
      expect(weeks.reduce((all, { count }) => all + count, 0)).toBe(listed.get(model)?.length);
      expect(weeks.map(({ start }) => start)).toEqual(weeks.map(({ start }) => start).toSorted());
    }
  });

  test("draws nothing of an empty app", async () => {
    const { trends, totals } = (await startApp().call<Dashboard>("GET", "/dashboard")).body;
    expect([trends, totals]).toEqual([[], []]);
  });
});
