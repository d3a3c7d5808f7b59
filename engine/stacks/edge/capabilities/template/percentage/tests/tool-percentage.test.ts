import { expect, test } from "vitest";
import { calculate } from "../src/shared/tools/calculator.ts";
import { percentageCalculator } from "../src/shared/tools/percentage.ts";

test.each([
  { kind: "of", percent: "20", from: "", number: "250", value: "50" },
  { kind: "share", percent: "", from: "40", number: "250", value: "16 %" },
  { kind: "change", percent: "", from: "200", number: "250", value: "25 %" },
  { kind: "discount", percent: "20", from: "", number: "250", value: "200" },
  { kind: "share", percent: "", from: "1", number: "0", value: "undefined" },
])("$kind of $number gives $value", ({ value, ...values }) => {
  const answer = calculate(percentageCalculator, values);
  expect("results" in answer && answer.results[0]?.value).toBe(value);
});
