import { expect, test } from "vitest";
import { calculate } from "../src/shared/tools/calculator.ts";
import { formatAmount } from "../src/shared/tools/number-format.ts";
import { tipCalculator } from "../src/shared/tools/tip.ts";

test("a bill with its tip is split evenly", () => {
  const answer = calculate(tipCalculator, { bill: "80", tip: "15", people: "2" });
  expect("results" in answer && answer.results.map((result) => result.value)).toEqual(
    [46, 12, 6, 92].map((value) => formatAmount(value)),
  );
});
