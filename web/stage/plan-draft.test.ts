import { describe, expect, it } from "vitest";
import { planFromPrompt } from "#engine/architect/architect.ts";
import { describePlanEdit, findPlanEdits } from "#engine/prd/plan-edits.ts";
import type { Prd } from "#engine/prd/schema.ts";
import {
  addField,
  addModel,
  changeField,
  changeModel,
  findDraftProblems,
  finishDraft,
  type PlanDraft,
  removeField,
  startDraft,
} from "./plan-draft.ts";

const prompt = "A library with books (title, isbn, status: lent or here) and authors (name). Each book has one author.";
const result = planFromPrompt(prompt, { projectName: "Library" });
if (!result.ok) throw new Error(result.message);
const plan: Prd = result.prd;
const modelKey = (draft: PlanDraft, name: string) => draft.models.find((model) => model.name === name)?.key ?? "";
const fieldKey = (draft: PlanDraft, model: string, name: string) =>
  draft.models.find((candidate) => candidate.name === model)?.fields.find((field) => field.name === name)?.key ?? "";
const changes = (draft: PlanDraft) => findPlanEdits(plan, finishDraft(draft, plan)).map(describePlanEdit);
const start = startDraft(plan);
const book = modelKey(start, "Book");

describe("a plan in the form", () => {
  it("comes out as it went in when nothing was touched", () => {
    expect(finishDraft(start, plan)).toEqual(plan);
    expect(findDraftProblems(start).size).toBe(0);
  });

  it.each<{ what: string; draft: PlanDraft; says: string[] }>([
    { what: "its name", draft: { ...start, name: " Stacks " }, says: ["Named it Stacks"] },
    {
      what: "a field's name",
      draft: changeField(start, book, fieldKey(start, "Book", "isbn"), { name: "number" }),
      says: ["Book: renamed isbn to number"],
    },
    {
      what: "a field's type and need",
      draft: changeField(start, book, fieldKey(start, "Book", "isbn"), { type: "integer", required: true }),
      says: ["Book: isbn is integer, required"],
    },
    {
      what: "a field less",
      draft: removeField(start, book, fieldKey(start, "Book", "isbn")),
      says: ["Book: removed isbn"],
    },
    {
      what: "a model's name, with what refers to it",
      draft: changeModel(start, book, (model) => ({ ...model, name: "Volume" })),
      says: ["Renamed Book to Volume"],
    },
    {
      what: "a model less",
      draft: { ...start, models: start.models.filter(({ name }) => name !== "Author") },
      says: ["Removed Author"],
    },
  ])("sends $what as that and nothing else", ({ draft, says }) => {
    expect(changes(draft)).toEqual(says);
  });

  it("sends what was added, with choices and references", () => {
    let draft = addModel(start);
    const key = draft.models.at(-1)?.key ?? "";
    draft = changeModel(draft, key, (model) => ({ ...model, name: "Loan" }));
    draft = changeField(draft, key, draft.models.at(-1)?.fields[0]?.key ?? "", { name: "state", type: "enum" });
    expect([...findDraftProblems(draft).values()]).toEqual(["Name its choices."]);
    draft = changeField(draft, key, draft.models.at(-1)?.fields[0]?.key ?? "", { choices: "open, , closed,open" });
    draft = addField(draft, key);
    draft = changeField(draft, key, draft.models.at(-1)?.fields[1]?.key ?? "", { name: "book", type: "reference" });
    expect([...findDraftProblems(draft).values()]).toEqual(["Choose what it refers to."]);
    draft = changeField(draft, key, draft.models.at(-1)?.fields[1]?.key ?? "", { target: book });
    expect(findDraftProblems(draft).size).toBe(0);
    expect(finishDraft(draft, plan).models.at(-1)).toEqual({
      name: "Loan",
      fields: [
        { name: "state", type: "enum", required: false, unique: false, values: ["open", "closed"] },
        { name: "book", type: "reference", required: false, unique: false, target: "Book" },
      ],
    });
  });

  it("says which names are missing or there twice", () => {
    const draft = changeField(start, book, fieldKey(start, "Book", "isbn"), { name: "Title" });
    expect([...findDraftProblems(draft).values()]).toEqual(["This name is there already."]);
    expect(findDraftProblems({ ...start, name: " " }).get("name")).toBe("Enter a name.");
  });
});
