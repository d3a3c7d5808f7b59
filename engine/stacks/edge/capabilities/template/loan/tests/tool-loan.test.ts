import { describe, expect, test } from "vitest";
import { calculate } from "../src/shared/tools/calculator.ts";
import { loanCalculator, monthlyPayment } from "../src/shared/tools/loan.ts";

describe("the loan calculator", () => {
  test("spreads principal and interest over equal payments", () => {
    expect(monthlyPayment(200_000, 6, 360)).toBeCloseTo(1_199.1, 1);
  });

  test("divides evenly when there is no interest", () => {
    expect(monthlyPayment(1_200, 0, 12)).toBe(100);
  });

  test("asks again for what is not a number", () => {
    const answer = calculate(loanCalculator, { price: "many", down: "0", rate: "4", years: "0" });
    expect("errors" in answer && Object.keys(answer.errors)).toEqual(["price", "years"]);
  });
});
