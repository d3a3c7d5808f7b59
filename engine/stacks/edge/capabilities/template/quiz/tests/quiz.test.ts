import { describe, expect, test } from "vitest";
import { modelOf } from "../src/shared/lookup.ts";
import { isRightAnswer, optionsOf, rightAnswer } from "../src/shared/quiz/answers.ts";
import type { ApiPage } from "../src/shared/model.ts";
import type { QuizQuestion, QuizScore } from "../src/shared/quiz/quiz-settings.ts";
import { quizSettings as settings } from "../src/shared/quiz/settings.ts";
import { startApp } from "./app.ts";
import { createSample } from "./sample.ts";

const parts = { choices: [], lines: "options", answer: "answer" };

describe("a question", () => {
  test.each([
    { name: "by its text", answer: "paris", right: "Paris" },
    { name: "by its letter", answer: "B", right: "Paris" },
    { name: "by its number", answer: "2", right: "Paris" },
  ])("says what is right $name", ({ answer, right }) => {
    const row = { options: "A) Rome\nB) Paris\nC) Oslo", answer };
    expect(rightAnswer(parts, row)).toBe(right);
    expect(optionsOf(parts, row)).toEqual(["Oslo", "Paris", "Rome"]);
    expect(isRightAnswer(parts, row, " PARIS ")).toBe(true);
  });

  test("without options is answered by typing, and an empty answer is wrong", () => {
    expect(optionsOf(parts, { answer: "Four" })).toEqual([]);
    expect(isRightAnswer(parts, { answer: "" }, "")).toBe(false);
  });
});

test("the quiz shows no answers, counts the right ones, and keeps the result", async () => {
  const app = startApp();
  const model = modelOf(settings.model);
  const ids = [await createSample(app, model), await createSample(app, model)];
  const { questions } = (await app.call<{ questions: QuizQuestion[] }>("GET", `/${settings.slug}`)).body;
  expect(questions.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(Object.keys(questions[0] ?? {})).toEqual(["id", "text", "options"]);

  const record = (await app.call("GET", `/${model.slug}/${ids[0]}`)).body;
  const answers = { [ids[0] ?? ""]: rightAnswer(settings, record), [ids[1] ?? ""]: "surely not" };
  const before = settings.result && (await app.call<ApiPage>("GET", `/${modelOf(settings.result.model).slug}`)).body.total;
  const { status, body } = await app.call<QuizScore>("POST", `/${settings.slug}/score`, { answers, name: "Ada" });
  expect(status).toBe(200);
  expect(body.results.filter((result) => result.isRight).map(({ id }) => id)).toEqual([ids[0]]);
  expect(body.score).toBeGreaterThan(0);
  expect(body.most).toBeGreaterThan(body.score);
  if (settings.result && before !== undefined) {
    const after = (await app.call<ApiPage>("GET", `/${modelOf(settings.result.model).slug}`)).body.total;
    expect(after).toBeGreaterThanOrEqual(before);
  }
});
