import { describe, expect, test } from "vitest";
import type { ApiRecord, FieldMeta } from "../src/shared/model.ts";
import { isWithin, sumOf, toCsv } from "../src/shared/report/report.ts";

const record = (values: Record<string, unknown>): ApiRecord => ({
  id: "1",
  createdAt: "2026-03-14T10:00:00.000Z",
  updatedAt: "2026-03-14T10:00:00.000Z",
  _label: "One",
  _refs: {},
  ...values,
});
const field = (key: string, type: FieldMeta["type"]): FieldMeta => ({ key, label: key, type, required: false });

describe("a report", () => {
  test("keeps both days of its span", () => {
    expect(isWithin(record({}), "createdAt", "2026-03-14", "2026-03-14")).toBe(true);
    expect(isWithin(record({}), "createdAt", "2026-03-15", "")).toBe(false);
    expect(isWithin(record({ due: null }), "due", "", "2026-03-15")).toBe(false);
  });

  test("adds up what can be added", () => {
    expect(sumOf(field("price", "money"), [record({ price: 0.1 }), record({ price: 0.2 }), record({})])).toBe(0.3);
  });

  test("is CSV that a spreadsheet reads and does not run", () => {
    const rows = [record({ name: 'He said "hi", twice', price: -2 }), record({ name: "=1+1", price: null })];
    expect(toCsv([field("name", "text"), field("price", "money")], rows)).toBe(
      'name,price\r\n"He said ""hi"", twice",-2\r\n\'=1+1,\r\n',
    );
  });
});
