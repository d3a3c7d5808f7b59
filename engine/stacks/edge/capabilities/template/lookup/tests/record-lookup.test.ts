import { expect, test } from "vitest";
import type { ApiRecord, FieldMeta, ModelMeta } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { factsOf, inOrder, isSameCode } from "../src/shared/record-lookup/record-lookup.ts";
import { lookupSettings } from "../src/shared/record-lookup/settings.ts";

const field = (key: string, type: FieldMeta["type"]): FieldMeta => ({ key, label: key, type, required: false });
const model: ModelMeta = {
  key: "scan",
  slug: "scans",
  label: "Scan",
  pluralLabel: "Scans",
  description: "",
  icon: "box",
  titleFields: ["place"],
  badges: [],
  fields: [field("place", "text"), field("on", "date"), field("photo", "image")],
};
const scan = (id: string, values: Record<string, unknown>): ApiRecord => ({
  id,
  createdAt: "2026-03-14T10:00:00.000Z",
  updatedAt: "2026-03-14T10:00:00.000Z",
  _label: id,
  _refs: {},
  ...values,
});

test("a code is the same in another letter case and with spaces around it", () => {
  expect(isSameCode("AB-12", " ab-12 ")).toBe(true);
  expect(isSameCode("AB-12", "AB-1")).toBe(false);
  expect(isSameCode(null, "")).toBe(false);
});

test("what is empty or no text is not told", () => {
  expect(factsOf(model, scan("a", { place: "Harbour", on: null, photo: "/x.png" })).map(({ text }) => text)).toEqual(["Harbour"]);
});

test("the path begins with what happened first", () => {
  const records = [scan("late", { on: "2026-05-01" }), scan("undated", {}), scan("early", { on: "2026-01-01" })];
  expect(inOrder(model, records).map(({ id }) => id)).toEqual(["early", "undated", "late"]);
});

test("the field that is looked up exists", () => {
  const known = models.find(({ key }) => key === lookupSettings.model);
  expect(known?.fields.map(({ key }) => key)).toContain(lookupSettings.code);
});
