import { expect, it } from "vitest";
import type { Prd } from "#engine/prd/schema.ts";
import { layOutModels } from "./lay-out-models.ts";

type Relationship = Prd["relationships"][number];

const model = (name: string, fields = 2): Prd["models"][number] => ({
  name,
  fields: Array.from({ length: fields }, (_, index) => ({
    name: `field${index}`,
    type: "text" as const,
    required: false,
    unique: false,
  })),
});
const many = (from: string, to: string): Relationship => ({ from, to, kind: "one-to-many", name: to.toLowerCase() });
const columns = (boxes: ReturnType<typeof layOutModels>): Record<string, number> =>
  Object.fromEntries(boxes.map((box) => [box.model.name, box.x / 312]));

it("puts owners to the left of what they own", () => {
  const boxes = layOutModels({
    models: [model("Part"), model("Customer"), model("Bike"), model("Repair")],
    relationships: [
      many("Customer", "Bike"),
      many("Bike", "Repair"),
      many("Customer", "Repair"),
      many("Repair", "Part"),
    ],
  });
  expect(columns(boxes)).toEqual({ Customer: 0, Bike: 1, Repair: 2, Part: 3 });
});

it("survives models that own each other and themselves", () => {
  const boxes = layOutModels({
    models: [model("Team"), model("Person"), model("Note")],
    relationships: [many("Team", "Person"), many("Person", "Team"), many("Note", "Note")],
  });
  expect(boxes.map((box) => box.model.name).toSorted()).toEqual(["Note", "Person", "Team"]);
});

it("spreads models that belong to nothing over columns", () => {
  const models = ["A", "B", "C", "D"].map((name) => model(name));
  expect(columns(layOutModels({ models, relationships: [] }))).toEqual({ A: 0, B: 1, C: 2, D: 0 });
});

it("lets no two boxes overlap", () => {
  const boxes = layOutModels({
    models: Array.from({ length: 12 }, (_, index) => model(`Model${index}`, 1 + index * 2)),
    relationships: [many("Model0", "Model5"), many("Model5", "Model7")],
  });
  for (const a of boxes)
    for (const b of boxes)
      if (a !== b) expect(a.x !== b.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
});

it("draws some of many fields, and leaves a row to say how many more", () => {
  const [box] = layOutModels({ models: [model("Wide", 20)], relationships: [] });
  expect(box?.shown).toHaveLength(8);
});
