import { expect, test } from "vitest";
import { models } from "../src/shared/models.ts";
import { studySettings } from "../src/shared/study/settings.ts";
import { afterAnswer, countLearnt, lastBox, planRound } from "../src/shared/study/study.ts";

const cards = [{ id: "a" }, { id: "b" }, { id: "c" }];

test("a card that was known moves up, one that was not goes back to the start", () => {
  const twice = afterAnswer(afterAnswer({}, "a", true), "a", true);
  expect(twice).toEqual({ a: 2 });
  expect(afterAnswer(twice, "a", false)).toEqual({ a: 0 });
  expect(afterAnswer({ a: lastBox }, "a", true)).toEqual({ a: lastBox });
});

test("cards that do not sit yet come first", () => {
  expect(planRound(cards, { a: 3, b: 1 }, () => 0.5).map(({ id }) => id)).toEqual(["c", "b", "a"]);
});

test("a card is learnt when it was known twice", () => {
  expect(countLearnt(cards, { a: 2, b: 1 })).toBe(1);
});

test("both sides are fields of the cards", () => {
  const keys = models.find(({ key }) => key === studySettings.model)?.fields.map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining([studySettings.front, studySettings.back]));
});
