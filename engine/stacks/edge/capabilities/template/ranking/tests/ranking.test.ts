import { expect, test } from "vitest";
import type { ApiRecord } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { rankBy } from "../src/shared/ranking/ranking.ts";
import { rankingSettings } from "../src/shared/ranking/settings.ts";

const player = (name: string, score: number | null): ApiRecord => ({
  id: name,
  createdAt: "2026-03-14T10:00:00.000Z",
  updatedAt: "2026-03-14T10:00:00.000Z",
  _label: name,
  _refs: {},
  score,
});

test("the highest comes first, and equals share a place", () => {
  const places = rankBy([player("Ann", 5), player("Cleo", 9), player("Ben", 5), player("Dan", 1), player("Eve", null)], "score");
  expect(places.map(({ record, place }) => `${place} ${record.id}`)).toEqual(["1 Cleo", "2 Ann", "2 Ben", "4 Dan"]);
  expect(places.map(({ isTied }) => isTied)).toEqual([false, true, true, false]);
});

test("what is ranked by are fields of the model", () => {
  const keys = models.find(({ key }) => key === rankingSettings.model)?.fields.map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining([...rankingSettings.by]));
});
