import { describe, expect, test } from "vitest";
import { bmiCalculator, bmiGroup, bodyMassIndex } from "../src/shared/tools/bmi.ts";
import { calculate } from "../src/shared/tools/calculator.ts";

describe("the BMI calculator", () => {
  test("divides weight by height squared", () => {
    expect(bodyMassIndex(70, 1.75)).toBeCloseTo(22.86, 2);
  });

  test.each([
    { index: 18.4, group: "Underweight" },
    { index: 18.5, group: "Normal weight" },
    { index: 25, group: "Overweight" },
    { index: 30, group: "Obesity" },
  ])("calls $index $group", ({ index, group }) => {
    expect(bmiGroup(index)).toBe(group);
  });

  test("reads feet and pounds too", () => {
    const answer = calculate(bmiCalculator, { units: "imperial", feet: "5", inches: "9", pounds: "154" });
    expect("results" in answer && answer.results[0]?.value).toBe("22.7");
  });
});
