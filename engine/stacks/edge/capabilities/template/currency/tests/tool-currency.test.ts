import { expect, test } from "vitest";
import { exchange, firstRates, isCurrencyCode } from "../src/shared/tools/currency.ts";

test("an amount goes through the common currency, and back", () => {
  const [euro, pound] = [
    { code: "EUR", rate: 0.8 },
    { code: "GBP", rate: 0.6 },
  ];
  expect(exchange(100, euro, pound)).toBeCloseTo(75, 9);
  expect(exchange(75, pound, euro)).toBeCloseTo(100, 9);
});

test("every first rate has a proper code and a positive rate", () => {
  for (const { code, rate } of firstRates) expect(isCurrencyCode(code) && rate > 0).toBe(true);
});
