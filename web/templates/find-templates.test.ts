import { describe, expect, it } from "vitest";
import type { Template } from "../lib/api-types.ts";
import { findTemplates } from "./find-templates.ts";

const template = (id: string, category: Template["category"], over: Partial<Template> = {}): Template => ({
  id,
  category,
  title: id,
  purpose: "",
  prompt: "",
  variables: [],
  models: [],
  ...over,
});
const all = [
  template("Repair shop", "customers", { models: ["Repair", "Customer"] }),
  template("Recipe box", "home", { purpose: "The family's recipes." }),
  template("Inventory", "stock", { prompt: "Suppliers: name" }),
];
const found = (search: string, category: string | null = null) =>
  findTemplates(all, { search, category }).map(({ id }) => id);

describe("a search for templates", () => {
  it.each([
    ["everything for no words", "  ", ["Repair shop", "Recipe box", "Inventory"]],
    ["by title, whatever the case", "REPAIR", ["Repair shop"]],
    ["by what it keeps", "customer", ["Repair shop"]],
    ["by its purpose", "family", ["Recipe box"]],
    ["by its prompt", "supplier", ["Inventory"]],
    ["only what holds every word", "re box", ["Recipe box"]],
    ["nothing for a word that is nowhere", "tractor", []],
  ])("finds %s", (_what, search, ids) => {
    expect(found(search)).toEqual(ids);
  });

  it("stays within the chosen category", () => {
    expect(found("re", "home")).toEqual(["Recipe box"]);
  });
});
