import { expect, it } from "vitest";
import type { PrdField, PrdModel } from "#engine/prd/schema.ts";
import { applyViewWishes } from "./read-views.ts";

const field = (name: string, type: PrdField["type"]): PrdField => ({ name, type, required: false, unique: false });
const models: PrdModel[] = [
  { name: "Recipe", fields: [field("title", "text"), field("photo", "image")] },
  { name: "Task", fields: [field("title", "text"), field("status", "enum"), field("due date", "date")] },
  { name: "Business Card", fields: [field("owner", "text")] },
];

it.each([
  ["Show the recipes as cards.", { Recipe: "cards" }],
  ["Recipes are displayed in a responsive grid", { Recipe: "cards" }],
  ["A grid of recipes, and tasks on a kanban board", { Recipe: "cards", Task: "board" }],
  ["I want a card layout for the list", { Recipe: "cards" }],
  ["tasks in a calendar. Recipes as a photo gallery", { Task: "calendar", Recipe: "gallery" }],
  ["List all recipes in a table with sorting", { Recipe: "table" }],
  ["each recipe gets a tile for each ingredient", { Recipe: "cards" }],
])("reads %j", (text, expected) => {
  const { models: seen, decisions } = applyViewWishes(text, models);
  expect(Object.fromEntries(seen.flatMap(({ name, view }) => (view ? [[name, view]] : [])))).toEqual(expected);
  expect(decisions).toHaveLength(Object.keys(expected).length);
});

it.each([
  "Customers pay for recipes with a credit card",
  "The dashboard shows totals in cards",
  "Guests can book a table for dinner",
  "Collect business cards",
  "Recipes sync with a google calendar",
])("takes %j for something else", (text) => {
  expect(applyViewWishes(text, models)).toEqual({ models, decisions: [] });
});
