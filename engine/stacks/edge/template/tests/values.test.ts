import { describe, expect, test } from "vitest";
import * as fields from "../src/shared/fields.ts";
import { formatRelative, formatValue, inSentence } from "../src/shared/format.ts";
import type { FieldMeta, FieldType } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { readRecord } from "../src/shared/read-record.ts";
import { schemas } from "../src/shared/schemas.ts";

const field = (type: FieldType, more: Partial<FieldMeta> = {}): FieldMeta => ({
  key: "value",
  label: "Value",
  type,
  required: true,
  ...more,
});

describe("a field", () => {
  test.each([
    { name: "text without its edges", schema: fields.text(), given: "  Ada ", read: "Ada" },
    { name: "a whole number as typed", schema: fields.integer(), given: "1,250", read: 1_250 },
    { name: "an amount as typed", schema: fields.money(), given: "$12.50", read: 12.5 },
    {
      name: "a web address without its protocol",
      schema: fields.url(),
      given: "example.com",
      read: "https://example.com",
    },
    {
      name: "an instant in any zone",
      schema: fields.dateTime(),
      given: "2026-03-14T10:00:00+02:00",
      read: "2026-03-14T08:00:00.000Z",
    },
    { name: "a colour in capitals", schema: fields.color(), given: "#0F766E", read: "#0f766e" },
    { name: "JSON as typed", schema: fields.json(), given: '{"size": 3}', read: { size: 3 } },
    { name: "a blank optional value as none", schema: fields.optional(fields.email()), given: " ", read: null },
    {
      name: "a missing value as the default",
      schema: fields.withDefault(fields.integer(), 7),
      given: undefined,
      read: 7,
    },
  ])("reads $name", ({ schema, given, read }) => {
    expect(schema.parse(given)).toEqual(read);
  });

  test.each([
    { name: "a blank required text", schema: fields.text(), given: "   ", message: "This field is required." },
    { name: "a number that is none", schema: fields.integer(), given: "many", message: "Enter a whole number." },
    { name: "a number below its bound", schema: fields.integer({ min: 0 }), given: -1, message: "Enter 0 or more." },
    { name: "half a cent", schema: fields.money(), given: 0.005, message: "Use at most two decimals." },
    {
      name: "a day that does not exist",
      schema: fields.date(),
      given: "2026-02-30",
      message: "This day does not exist.",
    },
    {
      name: "an address that would run a script",
      schema: fields.url(),
      given: "javascript:alert(1)",
      message: /web address/,
    },
    {
      name: "an image that may hold scripts",
      schema: fields.image(),
      given: "data:image/svg+xml;base64,AAAA",
      message: /image/,
    },
  ])("refuses $name", ({ schema, given, message }) => {
    const parsed = schema.safeParse(given);
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues[0]?.message).toMatch(message);
  });
});

describe("a form", () => {
  const values = [
    undefined,
    "",
    "  ",
    "Ada",
    "12.5",
    -1,
    3,
    true,
    "on",
    "2026-03-14",
    "2026-03-14T10:00:00Z",
    "#0F766E",
    "a@b.example",
    {},
  ];

  test.each(models.map((model) => ({ name: model.label, model })))("reads a $name as the API does", ({ model }) => {
    for (const value of values) {
      const given = Object.fromEntries(model.fields.map(({ key }) => [key, value]));
      const own = readRecord(model, given);
      const parsed = schemas[model.key]?.safeParse(given);
      if (parsed?.success === true) expect(own).toEqual({ values: parsed.data });
      else
        expect(own).toEqual({
          problems: Object.fromEntries((parsed?.error.issues ?? []).map(({ path, message }) => [path[0], message])),
        });
    }
  });
});

describe("formatting", () => {
  test.each([
    { type: "integer", value: 1_250, text: "1,250" },
    { type: "boolean", value: true, text: "Yes" },
    { type: "date", value: "2026-03-14", text: "Mar 14, 2026" },
    { type: "json", value: { size: 3 }, text: '{"size":3}' },
    { type: "text", value: null, text: "" },
  ] as const)("shows $type as $text", ({ type, value, text }) => {
    expect(formatValue(field(type), value)).toBe(text);
  });

  test("a year without a separator, unless something is counted by it", () => {
    expect(formatValue(field("integer", { label: "Published year" }), 1998)).toBe("1998");
    expect(formatValue(field("integer", { label: "Kilometres per year" }), 2500)).toBe("2,500");
  });

  test("shows money with its currency and cents", () => {
    expect(formatValue(field("money"), 1_234.5)).toMatch(/^\D+1,234\.50$/);
  });

  test("names a choice by its label", () => {
    expect(
      formatValue(field("enum", { choices: [{ value: "in_progress", label: "In progress" }] }), "in_progress"),
    ).toBe("In progress");
  });

  test("tells how long ago something was", () => {
    const now = new Date("2026-03-14T12:00:00Z");
    expect(formatRelative("2026-03-11T12:00:00Z", now)).toBe("3 days ago");
    expect(formatRelative("2026-03-14T11:59:50Z", now)).toBe("now");
  });

  test("lowers a label inside a sentence, but not an abbreviation", () => {
    expect(inSentence("Stock movement")).toBe("stock movement");
    expect(inSentence("SKU")).toBe("SKU");
  });
});
