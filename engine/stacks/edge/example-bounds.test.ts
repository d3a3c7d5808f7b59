import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import type { PrdField } from "#engine/prd/schema.ts";
import { edgeStack } from "./edge-stack.ts";

// The app's own schemas refuse what lies beyond ±1,000,000,000 or the bounds, so an example there could not be edited.
test.each([
  { bounds: "the largest minimum", min: 1e9, lowest: 1e9, highest: 1e9 },
  { bounds: "the smallest maximum", max: -1e9, lowest: -1e9, highest: -1e9 },
  { bounds: "a tiny range", min: 0.000012, max: 0.000014, lowest: 0.000012, highest: 0.000014 },
])("example numbers stay inside $bounds", ({ min, max, lowest, highest }) => {
  const size: PrdField = { name: "size", type: "decimal", required: true, unique: false };
  if (min !== undefined) size.min = min;
  if (max !== undefined) size.max = max;
  const files = edgeStack.generate({
    ...inventoryPrd,
    models: [{ name: "Thing", fields: [size] }],
    relationships: [],
    badges: [
      { model: "Thing", label: "Huge", tone: "info", field: "size", operator: ">", value: 1e12 },
      { model: "Thing", label: "Tiny", tone: "info", field: "size", operator: "<", value: -1e12 },
    ],
  });
  const database = new DatabaseSync(":memory:");
  for (const path of ["migrations/0001_init.sql", "migrations/seed.sql"]) database.exec(files.get(path) ?? "");
  const rows = database
    .prepare(`SELECT min("size") AS low, max("size") AS high, count(*) AS count FROM "things"`)
    .all();
  expect(rows[0]?.["count"]).toBeGreaterThan(0);
  expect(Number(rows[0]?.["low"])).toBeGreaterThanOrEqual(lowest);
  expect(Number(rows[0]?.["high"])).toBeLessThanOrEqual(highest);
  database.close();
});
