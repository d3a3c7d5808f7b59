import { expect, test } from "vitest";
import { rankFits } from "../src/shared/match/match.ts";
import { matchSettings } from "../src/shared/match/settings.ts";
import type { ApiRecord, FieldMeta } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";

const field = (key: string, type: FieldMeta["type"]): FieldMeta => ({ key, label: key, type, required: false });
const fields = [field("skills", "text"), field("rate", "money"), field("level", "enum"), field("remote", "boolean")];
const record = (id: string, values: Record<string, unknown>): ApiRecord => ({
  id,
  createdAt: "2026-03-14T10:00:00.000Z",
  updatedAt: "2026-03-14T10:00:00.000Z",
  _label: id,
  _refs: {},
  ...values,
});
const people = [
  record("Ann", { skills: "Python, statistics", rate: 80, level: "senior", remote: true }),
  record("Ben", { skills: "Java", rate: 40, level: "junior", remote: false }),
];

test("who meets more wishes comes first, with the reasons", () => {
  const fits = rankFits(people, fields, { skills: "python", "rate to": "50", level: "senior" });
  expect(fits.map(({ record: { id } }) => id)).toEqual(["Ann", "Ben"]);
  expect(fits[0]?.share).toBeCloseTo(2 / 3);
  expect(fits[0]?.differs.map(({ key }) => key)).toEqual(["rate"]);
});

test("some of the words count in part", () => {
  expect(rankFits(people, fields, { skills: "python java" }).map(({ share }) => share)).toEqual([0.5, 0.5]);
});

test("yes and no are wishes, an empty one is none", () => {
  expect(rankFits(people, fields, { remote: "false" })[0]?.record.id).toBe("Ben");
  expect(rankFits(people, fields, { skills: " ", level: "" })).toEqual([]);
});

test("what is compared are fields of the model", () => {
  const keys = models.find(({ key }) => key === matchSettings.model)?.fields.map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining([...matchSettings.fields]));
});
