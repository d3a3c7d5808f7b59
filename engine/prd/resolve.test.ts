import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryPrd } from "./arbitrary.ts";
import { inventoryPrd } from "./fixtures/inventory.ts";
import { resolvePrd } from "./resolve.ts";
import type { ResolvedApp } from "./resolved.ts";
import { type Prd, type PrdField, type PrdModel, type PrdRelationship, prdSchema } from "./schema.ts";

const field = (name: string, type: PrdField["type"], more: Partial<PrdField> = {}): PrdField => ({
  name,
  type,
  required: false,
  unique: false,
  ...more,
});
const model = (name: string, ...fields: PrdField[]): PrdModel => ({ name, fields });
const prdOf = (models: PrdModel[], relationships: PrdRelationship[] = []): Prd => ({
  ...inventoryPrd,
  models,
  relationships,
  badges: [],
});
const keysOf = (app: ResolvedApp, key: string): string[] =>
  app.models.find((candidate) => candidate.key === key)?.fields.map((candidate) => candidate.key) ?? [];

const identifier = /^[a-z][A-Za-z0-9]*$/;
const hasTwins = (names: readonly string[]): boolean =>
  new Set(names.map((name) => name.toLowerCase())).size < names.length;

describe("resolving a PRD", () => {
  test("keeps its promises for any PRD", () => {
    fc.assert(
      fc.property(arbitraryPrd, (prd) => {
        expect(prdSchema.safeParse(prd).error).toBeUndefined();
        const app = resolvePrd(prd);
        expect(hasTwins(app.models.map(({ key }) => key))).toBe(false);
        expect(hasTwins(app.models.map(({ slug }) => slug))).toBe(false);
        expect(hasTwins([...app.models, ...app.links].map(({ table }) => table))).toBe(false);
        const keys = app.models.map(({ key }) => key);
        for (const resolved of app.models) {
          expect(resolved.key).toMatch(identifier);
          expect(resolved.tableKey).toMatch(identifier);
          expect(resolved.slug).toMatch(/^[a-z][a-z0-9-]*$/);
          expect(resolved.fields.length).toBeGreaterThan(0);
          expect(hasTwins(resolved.fields.map(({ key }) => key))).toBe(false);
          expect(hasTwins(resolved.fields.map(({ column }) => column))).toBe(false);
          expect(hasTwins(resolved.fields.map(({ label }) => label))).toBe(false);
          for (const column of resolved.fields) {
            expect(column.key).toMatch(identifier);
            expect(column.reference !== undefined).toBe(column.type === "reference");
            if (column.reference) expect(keys).toContain(column.reference.model);
          }
        }
      }),
      { numRuns: 200, seed: 20_261_121 },
    );
  });

  test("reads a relationship and a reference field between the same models as one key", () => {
    const app = resolvePrd(inventoryPrd);
    expect(keysOf(app, "stockMovement")).toEqual(["productId", "type", "quantity", "date", "note"]);
    expect(keysOf(app, "product")).toContain("supplierId");
  });

  test("keeps two relationships between the same models apart", () => {
    const app = resolvePrd(
      prdOf(
        [model("User", field("name", "text")), model("Task", field("title", "text"))],
        [
          { from: "User", to: "Task", kind: "one-to-many", name: "assignee" },
          { from: "User", to: "Task", kind: "one-to-many", name: "reviewer" },
        ],
      ),
    );
    expect(keysOf(app, "task")).toEqual(["title", "assigneeId", "reviewerId"]);
    const labels = app.models[1]?.fields.flatMap(({ reference }) => (reference ? [reference.inverseLabel] : []));
    expect(labels).toEqual(["Tasks (assignee)", "Tasks (reviewer)"]);
  });

  test("makes an optional key of a required reference to itself", () => {
    const app = resolvePrd(
      prdOf(
        [model("Folder", field("name", "text"))],
        [{ from: "Folder", to: "Folder", kind: "one-to-many", name: "parent", required: true }],
      ),
    );
    expect(app.models[0]?.fields[1]).toMatchObject({ key: "parentId", required: false });
    expect(app.notes.join()).toContain("could never be created");
  });

  test("turns a reference to nothing known into text and says so", () => {
    const app = resolvePrd(prdOf([model("Book", field("author", "reference"))]));
    expect(app.models[0]?.fields[0]).toMatchObject({ key: "author", type: "text" });
    expect(app.notes).toHaveLength(1);
  });

  test("names models in the singular, their lists in the plural, and copes when both are the same", () => {
    const app = resolvePrd(prdOf([model("Categories"), model("Equipment"), model("Person")]));
    expect(app.models.map(({ key, label, pluralLabel, slug }) => [key, label, pluralLabel, slug])).toEqual([
      ["category", "Category", "Categories", "categories"],
      ["equipment", "Equipment", "Equipment", "equipment"],
      ["person", "Person", "People", "people"],
    ]);
  });

  test("keeps a table apart from the schema of another model, whatever its plural is", () => {
    const app = resolvePrd(prdOf([{ ...model("Thing"), plural: "Product Schema" }, model("Product")]));
    expect(app.models.map(({ key, tableKey }) => [`${key}Schema`, tableKey])).toEqual([
      ["thingSchema", "productSchemaTable"],
      ["productSchema", "products"],
    ]);
  });

  test.each([
    ["a minimum beyond the largest number", { min: 5e9 }, {}],
    ["a maximum beyond the smallest number", { max: -1e300 }, {}],
    ["no room for unique values above its minimum", { min: 1e9, unique: true }, { min: 1e9, unique: false }],
    ["no room for unique values below its maximum", { max: 20 - 1e9, unique: true }, { max: 20 - 1e9, unique: false }],
    ["bounds finer than what is stored", { min: 5e-324, max: 0.1234567 }, { min: 0, max: 0.123457 }],
  ])("keeps a number that has %s fillable", (_, given, kept) => {
    const app = resolvePrd(prdOf([model("Item", field("size", "decimal", given))]));
    const { min, max, unique } = app.models[0]?.fields[0] ?? {};
    expect({ min, max, unique }).toEqual({ min: undefined, max: undefined, unique: false, ...kept });
  });

  test("drops a default that does not fit its field and says so", () => {
    const app = resolvePrd(prdOf([model("Item", field("count", "integer", { default: "many" }))]));
    expect(app.models[0]?.fields[0]?.default).toBeUndefined();
    expect(app.notes[0]).toContain("many");
  });
});
