import type { Prd } from "#engine/prd/schema.ts";
import { describe, expect, it } from "vitest";
import { planFromPrompt } from "../architect.ts";

const first = "A tool for our sailing school: pupils, boats and lessons";

function planned(...corrections: string[]) {
  const result = planFromPrompt(first, { corrections });
  if (!result.ok) throw new Error(result.message);
  return result;
}
const plan = (...corrections: string[]): Prd => planned(...corrections).prd;
const fieldOf = (prd: Prd, model: string, field: string) =>
  prd.models.find(({ name }) => name === model)?.fields.find(({ name }) => name === field);
const fields = (prd: Prd, model: string) =>
  prd.models.find(({ name }) => name === model)?.fields.map(({ name }) => name) ?? [];

describe("a later request for a field", () => {
  const before = plan();

  it.each([
    { request: "Add a sail area to boats", field: { name: "sail area", type: "decimal" } },
    { request: "please add a field nickname to the boat form.", field: { name: "nickname", type: "text" } },
    {
      request: "Could you add a date field called last painted to boats?",
      field: { name: "last painted", type: "date" },
    },
    { request: "Each boat needs the name of the builder", field: { name: "builder name", type: "text" } },
    { request: "Boats should have a checkbox for insured", field: { name: "insured", type: "boolean" } },
    { request: "I want to store the harbour for every boat", field: { name: "harbour", type: "text" } },
    {
      request: "Give boats a hull (wood, steel, plastic)",
      field: { name: "hull", type: "enum", values: ["Wood", "Steel", "Plastic"] },
    },
    { request: "Add photos to lessons", model: "Lesson", field: { name: "photo", type: "image" } },
    { request: "add a required sail number to boats", field: { name: "sail number", required: true } },
  ])("adds it: $request", ({ request, model = "Boat", field }) => {
    const prd = plan(request);
    expect(fieldOf(prd, model, field.name)).toMatchObject(field);
    expect(prd.models.map(({ name }) => name)).toEqual(before.models.map(({ name }) => name));
    expect(fields(prd, model).slice(0, -1)).toEqual(fields(before, model));
    expect(prd.openQuestions).toEqual(before.openQuestions);
  });

  it("adds several at once, and to several", () => {
    const prd = plan("Add a harbour, a mast height and a colour to boats and pupils");
    for (const model of ["Boat", "Pupil"])
      expect(fields(prd, model)).toEqual(expect.arrayContaining(["harbour", "mast height"]));
  });

  it("takes fields away, and keeps the name that records go by", () => {
    const [own = "", other = ""] = fields(before, "Boat");
    expect(fields(plan(`Remove the ${other} from boats`), "Boat")).not.toContain(other);
    const kept = plan(`Remove the ${own} of boats`);
    expect(fields(kept, "Boat")).toContain(own);
    expect(kept.openQuestions[0]).toContain("known by");
  });

  it("makes it required, of another type, or a choice", () => {
    const told = ["Add a harbour to boats", "Add a mast to boats"];
    expect(fieldOf(plan(...told, "Make the harbour required"), "Boat", "harbour")?.required).toBe(true);
    expect(fieldOf(plan(...told, "make harbour unique for boats"), "Boat", "harbour")?.unique).toBe(true);
    expect(fieldOf(plan(...told, "the mast of boats should be a number"), "Boat", "mast")?.type).toBe("decimal");
    const chosen = plan(...told, "Change the harbour options to North, South and West Pier.");
    expect(fieldOf(chosen, "Boat", "harbour")).toMatchObject({ type: "enum", values: ["North", "South", "West Pier"] });
    const more = plan(
      ...told,
      "Change harbour to a dropdown with North and South",
      "Add Old Town to the harbour of boats",
    );
    expect(fieldOf(more, "Boat", "harbour")?.values).toEqual(["North", "South", "Old Town"]);
    const fewer = plan(...told, "Change harbour to a dropdown with North and South", "Remove North from harbour");
    expect(fieldOf(fewer, "Boat", "harbour")?.values).toEqual(["South"]);
  });

  it("follows a rename, of the model and of the field", () => {
    const prd = plan(
      "Add a sail area to boats",
      "Rename boats to vessels",
      "Rename sail area to canvas",
      "Make the canvas required",
    );
    expect(fieldOf(prd, "Vessel", "canvas")).toMatchObject({ required: true, formerly: ["sail area"] });
    expect(fields(prd, "Vessel")).not.toContain("sail area");
  });

  it("is left to later ones to add to", () => {
    const prd = plan("Remove the notes field", "Add a harbour to boats", "Also track repairs with cost and date");
    expect(fields(prd, "Boat")).toContain("harbour");
    expect(prd.models.flatMap((model) => model.fields.map(({ name }) => name))).not.toContain("notes");
    expect(prd.models.map(({ name }) => name)).toContain("Repair");
  });
});

describe("a later request for other things", () => {
  it.each(["Add a new model called Mooring with depth and price", "add a table for moorings"])(
    "keeps them: %s",
    (request) => {
      const prd = plan(request);
      expect(prd.models.map(({ name }) => name)).toContain("Mooring");
      expect(prd.name).toBe(plan().name);
    },
  );

  it.each(["Delete the lessons", "we don't need lessons", "remove lessons"])("keeps them no longer: %s", (request) => {
    const prd = plan(request);
    expect(prd.models.map(({ name }) => name)).not.toContain("Lesson");
    expect(prd.theme).toEqual(plan().theme);
    expect(prd.openQuestions).toEqual(plan().openQuestions);
  });

  it("gives them to what it names", () => {
    const prd = plan("Add repairs to boats");
    expect(prd.relationships).toContainEqual(expect.objectContaining({ from: "Boat", to: "Repair" }));
    expect(plan("Add oars to the app").models.map(({ name }) => name)).toContain("Oar");
    expect(plan("Add comments to boats").capabilities).toContainEqual({
      kind: "reactions",
      model: "Boat",
      reactions: ["comments"],
    });
  });
});

describe("a later request for looks", () => {
  it.each([
    { request: "make it green", theme: { primary: "#008000" } },
    {
      request: "Please use dark red for the buttons and a light grey background",
      theme: { primary: "#8b0000", background: "#d3d3d3" },
    },
    { request: "dark mode please", theme: { scheme: "dark" } },
    { request: "put the menu at the top", theme: { preset: "topbar" } },
  ])("$request", ({ request, theme }) => {
    const prd = plan(request);
    expect(prd.theme).toMatchObject(theme);
    expect(prd.openQuestions).toEqual(plan().openQuestions);
  });

  it("stands beside another one in a sentence", () => {
    const prd = plan("Add a start date to lessons", "Make it green and the lessons a calendar");
    expect(prd.theme.primary).toBe("#008000");
    expect(prd.models.find(({ name }) => name === "Lesson")?.view).toBe("calendar");
  });

  it("wins over the one before", () => {
    expect(plan("make it green", "make it purple").theme.primary).toBe("#800080");
  });

  it("shows a list in another way where its fields allow it", () => {
    const viewOf = (prd: Prd, model: string) => prd.models.find(({ name }) => name === model)?.view;
    expect(viewOf(plan("Add a start date to lessons", "make the lessons a calendar"), "Lesson")).toBe("calendar");
    expect(plan("Show lessons as a gallery").openQuestions[0]).toContain("no picture");
  });

  it("orders a list by a field it has", () => {
    const orderOf = (prd: Prd) => prd.models.find(({ name }) => name === "Lesson")?.order;
    const request = "Sort the lessons by start date, latest first";
    expect(orderOf(plan("Add a start date to lessons", request))).toEqual({
      field: "start date",
      direction: "descending",
    });
    const renamed = plan("Add a start date to lessons", request, "Rename the start date of lessons to first day");
    expect(orderOf(renamed)?.field).toBe("first day");
    expect(orderOf(plan("Add a start date to lessons", request, "Remove the start date from lessons"))).toBeUndefined();
    expect(plan("Sort lessons by popularity").openQuestions[0]).toContain('no "popularity"');
  });

  it.each(["Rename the app to Windward", "call it Windward", "The app should be called Windward"])("%s", (request) => {
    const prd = plan(request);
    expect(prd.name).toBe("Windward");
    expect(prd.summary).toContain("Windward keeps");
  });
});

describe("a later request that comes to nothing", () => {
  it.each(["Print the boats on labels", "Text pupils an hour before", "Make the rows taller"])(
    "is said to: %s",
    (request) => {
      const { prd } = planned(request);
      expect(prd.models).toEqual(plan().models);
      expect(prd.openQuestions.join("\n")).toContain(request);
    },
  );

  it("says what is there already", () => {
    expect(plan("Add a harbour to boats", "add a harbour to boats").openQuestions[0]).toContain(
      'have "harbour" already',
    );
  });

  it("is told from one that was met, which stands among the decisions", () => {
    const { decisions } = planned("Add a harbour to boats. Text pupils an hour before.");
    expect(decisions.at(-1)).toMatchObject({ choice: "Boat: harbour (text)" });
  });
});
