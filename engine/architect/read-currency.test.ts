import { describe, expect, test } from "vitest";
import { planFromPrompt } from "./architect.ts";
import { readCurrency } from "./read-currency.ts";

describe("the currency of an app", () => {
  test.each([
    ["An online shop for candles with prices in euros", "EUR"],
    ["A shop that sells lamps, from € 20 to € 300", "EUR"],
    ["Rental agency with apartments, rent in Swiss francs per month", "CHF"],
    ["Invoices and clients, amounts in £", "GBP"],
    ["Track repair jobs; costs are in pounds", "GBP"],
    ["Parcels with a weight in pounds and a size", null],
    ["A salary calculator for Japan, all amounts in yen", "JPY"],
    ["Event tickets priced in Canadian dollars", "CAD"],
    ["Budget tracker, all sums in INR", "INR"],
    ["A currency converter for EUR, USD and GBP", null],
    ["A travel planner that converts USD to EUR. Prices are in CHF.", "CHF"],
    ["Fund database with share classes in EUR and USD", null],
    ["A shop with prices in US dollars.\nUse euros for all prices instead.\nPrices in euros", "EUR"],
    ["A to-do list", null],
    ["A library of CAD drawings", null],
  ])("of “%s” is %s", (prompt, code) => {
    expect(readCurrency(prompt)).toBe(code);
  });

  test("stands in the plan, and is told as an assumption", () => {
    const planned = planFromPrompt("A bakery shop with products and prices in euros");
    if (!planned.ok) throw new Error(planned.message);
    expect(planned.prd.currency).toBe("EUR");
    expect(planned.prd.assumptions).toContain("Amounts of money are in EUR; dates are without a time zone.");
  });
});
