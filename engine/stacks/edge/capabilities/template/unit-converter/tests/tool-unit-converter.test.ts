import { describe, expect, test } from "vitest";
import { convert, unitGroups } from "../src/shared/tools/unit-converter.ts";

const units = unitGroups.flatMap((group) => group.units);
const unit = (id: string) => units.find((candidate) => candidate.id === id) ?? { id, label: "", factor: Number.NaN };

describe("the unit converter", () => {
  test.each([
    { value: 1, from: "mi", to: "km", result: 1.609344 },
    { value: 100, from: "c", to: "f", result: 212 },
    { value: 32, from: "f", to: "c", result: 0 },
    { value: 0, from: "k", to: "c", result: -273.15 },
    { value: 10, from: "lb", to: "kg", result: 4.5359237 },
    { value: 2, from: "h", to: "min", result: 120 },
  ])("$value $from is $result $to", ({ value, from, to, result }) => {
    expect(convert(value, unit(from), unit(to))).toBeCloseTo(result, 6);
  });

  test("comes back to where it started", () => {
    for (const { units: group } of unitGroups)
      for (const from of group) for (const to of group) expect(convert(convert(7, from, to), to, from)).toBeCloseTo(7, 6);
  });
});
