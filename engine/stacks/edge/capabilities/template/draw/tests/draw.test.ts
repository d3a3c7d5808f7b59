import { expect, test } from "vitest";
import { drawable, drawOne, segmentPath, stopAt, weightsOf } from "../src/shared/draw/draw.ts";
import { drawSettings } from "../src/shared/draw/settings.ts";
import type { ApiRecord } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";

const record = (id: string, values: Record<string, unknown>): ApiRecord => ({
  id,
  createdAt: "2026-03-14T10:00:00.000Z",
  updatedAt: "2026-03-14T10:00:00.000Z",
  _label: id,
  _refs: {},
  ...values,
});

test("what is used up is not drawn", () => {
  const settings = { model: "prize", stock: "stock" };
  expect(drawable([record("a", { stock: 0 }), record("b", { stock: 2 }), record("c", { stock: null })], settings).map(({ id }) => id)).toEqual(["b", "c"]);
});

test("chances are kept, and an untold one is average", () => {
  const records = [record("a", { odds: 3 }), record("b", { odds: 1 }), record("c", {})];
  expect(weightsOf(records, { model: "prize", weight: "odds" })).toEqual([3, 1, 2]);
  expect(weightsOf(records, { model: "prize" })).toEqual([1, 1, 1]);
});

test("every part of chance draws what it belongs to", () => {
  expect([0, 0.49, 0.5, 0.99].map((random) => drawOne([1, 1], random))).toEqual([0, 0, 1, 1]);
  expect(drawOne([0, 5, 0], 0.999)).toBe(1);
});

test("the wheel turns onwards and stops with the segment at the top", () => {
  const angle = stopAt(1, 4, 100);
  expect(angle).toBeGreaterThan(100 + 4 * 360);
  expect((angle + 135) % 360).toBeCloseTo(0);
});

test("segments meet", () => {
  expect(segmentPath(0, 4)).toBe("M0 0L0.00 -100.00A100 100 0 0 1 100.00 -0.00Z");
});

test("the wheel draws from a model of the app", () => {
  expect(models.map(({ key }) => key)).toContain(drawSettings.model);
});
