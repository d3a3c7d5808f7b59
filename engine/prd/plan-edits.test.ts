import { describe, expect, it } from "vitest";
import { planFromPrompt } from "../architect/architect.ts";
import { findPlanProblem } from "./find-plan-problem.ts";
import { applyPlanEdits, carryReferences, describePlanEdit, findPlanEdits } from "./plan-edits.ts";
import type { Prd, PrdField, PrdModel } from "./schema.ts";

function plan(prompt = "A library with books (title, isbn, price) and authors (name). Each book has one author."): Prd {
  const result = planFromPrompt(prompt, { projectName: "Library" });
  if (!result.ok) throw new Error(result.message);
  return result.prd;
}
const text = (name: string, over: Partial<PrdField> = {}): PrdField => ({
  name,
  type: "text",
  required: false,
  unique: false,
  ...over,
});
const book = (prd: Prd): PrdModel => {
  const model = prd.models.find(({ name }) => name === "Book" || name === "Volume");
  if (!model) throw new Error("There is no book in this plan.");
  return model;
};
const withBook = (prd: Prd, change: (model: PrdModel) => PrdModel): Prd => ({
  ...prd,
  models: prd.models.map((model) => (model === book(prd) ? change(model) : model)),
});
const renamed = (prd: Prd): Prd => withBook(prd, (model) => ({ ...model, name: "Volume", formerly: ["Book"] }));

describe("what a person changed in a plan", () => {
  it("is nothing when nothing was changed", () => {
    expect(findPlanEdits(plan(), structuredClone(plan()))).toEqual([]);
  });

  it.each<{ what: string; change: (prd: Prd) => Prd; words: string }>([
    { what: "its name", change: (prd) => ({ ...prd, name: "Stacks" }), words: "Named it Stacks" },
    {
      what: "a new field",
      change: (prd) => withBook(prd, (model) => ({ ...model, fields: [...model.fields, text("shelf mark")] })),
      words: "Book: shelf mark is text",
    },
    {
      what: "a field that must be there",
      change: (prd) =>
        withBook(prd, (model) => ({
          ...model,
          fields: model.fields.map((field) => (field.name === "isbn" ? { ...field, required: true } : field)),
        })),
      words: "required",
    },
    {
      what: "a field less",
      change: (prd) =>
        withBook(prd, (model) => ({ ...model, fields: model.fields.filter(({ name }) => name !== "isbn") })),
      words: "Book: removed isbn",
    },
    {
      what: "a field's new name",
      change: (prd) =>
        withBook(prd, (model) => ({
          ...model,
          fields: model.fields.map((field) =>
            field.name === "isbn" ? { ...field, name: "number", formerly: ["isbn"] } : field,
          ),
        })),
      words: "Book: renamed isbn to number",
    },
    { what: "a model's new name", change: renamed, words: "Renamed Book to Volume" },
    {
      what: "another model",
      change: (prd) => ({ ...prd, models: [...prd.models, { name: "Reader", fields: [text("name")] }] }),
      words: "Added Reader",
    },
    {
      what: "a model less",
      change: (prd) => ({ ...prd, models: prd.models.filter(({ name }) => name !== "Author") }),
      words: "Removed Author",
    },
    {
      what: "another title of a page",
      change: (prd) => ({
        ...prd,
        pages: prd.pages.map((page, at) => (at === 0 ? { ...page, title: "Start" } : page)),
      }),
      words: "Start",
    },
  ])("brings about $what again on the same plan, and on a later one", ({ change, words }) => {
    const proposed = plan();
    const edited = carryReferences(proposed, change(proposed));
    const edits = findPlanEdits(proposed, edited);
    expect(edits.map(describePlanEdit).join("\n")).toContain(words);
    expect(applyPlanEdits(proposed, edits)).toEqual(edited);
    expect(findPlanProblem(edited)).toBeNull();
    const later = plan(
      "A library with books (title, isbn, price, pages) and authors (name). Each book has one author.",
    );
    const kept = applyPlanEdits(later, edits);
    expect(findPlanEdits(kept, applyPlanEdits(kept, edits))).toEqual([]);
    expect(book(kept).fields.some(({ name }) => name === "pages")).toBe(true);
    expect(findPlanProblem(kept)).toBeNull();
  });

  it("lets everything that speaks of a renamed model follow it", () => {
    const proposed = plan();
    const edited = carryReferences(proposed, renamed(proposed));
    const links = edited.relationships.flatMap(({ from, to }) => [from, to]);
    expect(links).toContain("Volume");
    expect(links).not.toContain("Book");
    expect(findPlanEdits(proposed, edited)).toEqual([{ kind: "rename-model", from: "Book", to: "Volume" }]);
  });

  it("leaves nothing that speaks of a model that was taken out", () => {
    const proposed = plan();
    const without = { ...proposed, models: proposed.models.filter(({ name }) => name !== "Author") };
    expect(findPlanProblem(without)).toContain("Author");
    expect(carryReferences(proposed, without).relationships).toEqual([]);
  });

  it("passes over what a later plan has no place for", () => {
    const proposed = plan();
    const edited = withBook(proposed, (model) => ({ ...model, fields: [...model.fields, text("shelf")] }));
    const other = plan("A list of plants with name and height");
    expect(applyPlanEdits(other, findPlanEdits(proposed, edited))).toEqual(other);
  });
});
