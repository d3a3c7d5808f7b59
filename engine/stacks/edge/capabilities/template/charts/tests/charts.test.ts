import { describe, expect, test } from "vitest";
import { barsOf } from "../src/shared/charts/charts.ts";
import type { ApiRecord, FieldMeta } from "../src/shared/model.ts";

const record = (values: Record<string, unknown>): ApiRecord => ({
  id: "1",
  createdAt: "2026-03-14T10:00:00.000Z",
  updatedAt: "2026-03-14T10:00:00.000Z",
  _label: "One",
  _refs: {},
  ...values,
});
const field = (key: string, type: FieldMeta["type"], choices?: string[]): FieldMeta => ({
  key,
  label: key,
  type,
  required: false,
  ...(choices && { choices: choices.map((value) => ({ value, label: value })) }),
});
const price = field("price", "money");

describe("a chart", () => {
  test("counts choices in the order of the form, and what has none last or first by its place", () => {
    const records = [record({ state: "Done" }), record({ state: "Open" }), record({ state: "Done" })];
    const bars = barsOf(records, field("state", "enum", ["Open", "Done"]), { kind: "count" });
    expect(bars.map(({ label, value }) => [label, value])).toEqual([
      ["Open", 1],
      ["Done", 2],
    ]);
  });

  test("puts months in their order, whatever the order of the records", () => {
    const records = [record({ day: "2026-02-01", price: 2 }), record({ day: "2025-12-31", price: 0.1 }), record({ day: "2026-02-28", price: 0.2 })];
    const bars = barsOf(records, field("day", "date"), { kind: "sum", field: price });
    expect(bars.map(({ key, value }) => [key, value])).toEqual([
      ["2025-12", 0.1],
      ["2026-02", 2.2],
    ]);
  });

  test("leaves records without a value out of the average", () => {
    const records = [record({ ok: true, price: 4 }), record({ ok: true, price: 2 }), record({ ok: true })];
    expect(barsOf(records, field("ok", "boolean"), { kind: "average", field: price })).toMatchObject([{ value: 3 }]);
  });
});
