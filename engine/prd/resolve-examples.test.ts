import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { emitMigration } from "../stacks/edge/emit-database.ts";
import { emitSeed } from "../stacks/edge/emit-seed.ts";
import { inventoryPrd } from "./fixtures/inventory.ts";
import { resolvePrd } from "./resolve.ts";
import type { Prd, PrdField, PrdModel } from "./schema.ts";

const field = (name: string, type: PrdField["type"], more: Partial<PrdField> = {}): PrdField => ({
  name,
  type,
  required: false,
  unique: false,
  ...more,
});
const thing = (examples: PrdModel["examples"], more: Partial<PrdModel> = {}): Prd => ({
  ...inventoryPrd,
  models: [
    {
      name: "Thing",
      fields: [
        field("title", "text", { required: true }),
        field("code", "text", { unique: true }),
        field("price", "money", { min: 0 }),
        field("made on", "date"),
        field("state", "enum", { values: ["New", "Old"] }),
        field("active", "boolean"),
      ],
      examples,
      ...more,
    },
  ],
  relationships: [],
  badges: [],
});

function seeded(prd: Prd): Record<string, unknown>[] {
  const app = resolvePrd(prd);
  const database = new DatabaseSync(":memory:");
  for (const text of [emitMigration(app), emitSeed(app)])
    for (const statement of text.split("--> statement-breakpoint")) database.exec(statement);
  return database.prepare(`SELECT * FROM "${app.models[0]?.table}" ORDER BY rowid`).all();
}

describe("example records of a plan", () => {
  it("are the records that an app begins with, exactly as they were given", () => {
    const rows = seeded(
      thing([
        { title: "O'Brien's \"chair\"", code: "A-1", price: 12.5, "made on": "2026-01-02", state: "Old", active: true },
        { title: "Desk", code: "A-2", price: null, "made on": null, state: "new", active: false },
      ]),
    );
    expect(rows).toMatchObject([
      { title: "O'Brien's \"chair\"", code: "A-1", price: 1250, made_on: "2026-01-02", state: "Old", active: 1 },
      { title: "Desk", code: "A-2", price: null, made_on: null, state: "New", active: 0 },
    ]);
  });

  it("leave out what does not fit a field, which then is made up like any other", () => {
    const rows = seeded(
      thing([
        { title: "", code: "A", price: -1, "made on": "tomorrow", state: "Broken", unknown: "x" },
        { title: "B", code: "A", price: 5, "made on": "2026-13-40", state: "Old" },
      ]),
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]?.["title"]).not.toBe("");
    expect(rows[0]?.["price"]).toBeGreaterThanOrEqual(0);
    expect(["New", "Old"]).toContain(rows[0]?.["state"]);
    // Of a unique field all values are given, or none.
    expect(new Set(rows.map((row) => row["code"])).size).toBe(2);
    expect(rows[1]).toMatchObject({ title: "B", price: 500, state: "Old" });
  });

  it("may say days from today, so that they never look old", () => {
    const [row] = seeded(thing([{ title: "A", "made on": "today-3" }]));
    const made = new Date(String(row?.["made_on"])).getTime();
    const days = Math.round((Date.now() - made) / 86_400_000);
    expect([3, 4]).toContain(days);
    expect(seeded(thing([{ title: "A", "made on": "today soon" }]))[0]?.["made_on"]).not.toBe("today soon");
  });

  it("may point to each other, by number or by name", () => {
    const prd = thing([{ title: "Chair" }, { title: "Desk" }, { title: "Lamp" }]);
    const part: PrdModel = {
      name: "Part",
      fields: [field("name", "text", { required: true }), field("thing", "reference", { target: "Thing" })],
      examples: [
        { name: "Leg", thing: 2 },
        { name: "Bulb", thing: "lamp" },
        { name: "Nail", thing: 9 },
      ],
    };
    const app = resolvePrd({ ...prd, models: [part, ...prd.models] });
    const database = new DatabaseSync(":memory:");
    for (const text of [emitMigration(app), emitSeed(app)])
      for (const statement of text.split("--> statement-breakpoint")) database.exec(statement);
    const rows = database
      .prepare("SELECT p.name, t.title FROM parts p LEFT JOIN things t ON t.id = p.thing_id ORDER BY p.rowid")
      .all();
    expect(rows.slice(0, 2)).toEqual([
      { name: "Leg", title: "Desk" },
      { name: "Bulb", title: "Lamp" },
    ]);
  });

  it("follow a field that was renamed", () => {
    const prd = thing([{ title: "Desk" }]);
    const [model] = prd.models;
    const fields = (model?.fields ?? []).map((one) =>
      one.name === "title" ? { ...one, name: "label", formerly: ["title"] } : one,
    );
    expect(
      seeded({ ...prd, models: [{ ...thing([]).models[0], name: "Thing", fields, examples: [{ title: "Desk" }] }] })[0],
    ).toMatchObject({
      label: "Desk",
    });
  });

  it("belong to the records that they name", () => {
    const prd: Prd = {
      ...thing([{ title: "Roof" }, { title: "Garden" }]),
      relationships: [{ from: "Thing", to: "Part", kind: "one-to-many", name: "thing" }],
    };
    const parts: PrdModel = {
      name: "Part",
      fields: [field("label", "text", { required: true })],
      examples: [
        { label: "a", thing: "garden" },
        { label: "b", thing: "Roof" },
        { label: "c", thing: "Nobody" },
        { label: "d", thing: null },
      ],
    };
    const app = resolvePrd({ ...prd, models: [...prd.models, parts] });
    const database = new DatabaseSync(":memory:");
    for (const text of [emitMigration(app), emitSeed(app)])
      for (const statement of text.split("--> statement-breakpoint")) database.exec(statement);
    const rows = database
      .prepare("SELECT p.label, t.title FROM parts p LEFT JOIN things t ON t.id = p.thing_id ORDER BY p.label")
      .all();
    expect(rows.map(({ label, title }) => `${String(label)} ${String(title)}`)).toEqual([
      "a Garden",
      "b Roof",
      "c null",
      "d null",
    ]);
  });
});
