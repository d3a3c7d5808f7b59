import { expect, test } from "vitest";
import { calculate } from "../src/shared/tools/calculator.ts";
import { makeEstimate } from "../src/shared/tools/estimate.ts";

const shipping = makeEstimate({
  title: "Shipping calculator",
  result: "Shipping costs",
  inputs: [
    { label: "Weight", each: "weight", value: 5, rate: 2 },
    { label: "Distance", each: "distance", value: 10, rate: 0.5 },
  ],
  isMoney: false,
});

test("adds each value times its rate to the base", () => {
  const answer = calculate(shipping, { value0: "2", rate0: "3", value1: "100", rate1: "0.5", base: "4" });
  expect("results" in answer && answer.results.map(({ label, value }) => `${label} ${value}`)).toEqual([
    "Shipping costs 60",
    "Weight 6",
    "Distance 50",
  ]);
});

test("asks for a number where there is none", () => {
  const answer = calculate(shipping, { value0: "two", rate0: "3", value1: "1", rate1: "1", base: "0" });
  expect("errors" in answer && Object.keys(answer.errors)).toEqual(["value0"]);
});

test("begins with a result", () => {
  const answer = calculate(shipping, Object.fromEntries(shipping.inputs.map(({ key, initial }) => [key, initial])));
  expect("results" in answer && answer.results[0]?.value).toBe("15");
});
