import { describe, expect, test } from "vitest";
import type { Prd } from "#engine/prd/schema.ts";
import { planFromPrompt } from "./architect.ts";

function plan(prompt: string): Prd {
  const result = planFromPrompt(prompt, {});
  if (!result.ok) throw new Error(result.message);
  return result.prd;
}

const fieldsOf = (prd: Prd, model: string) => prd.models.find(({ name }) => name === model)?.fields ?? [];
const statesOf = (prompt: string, model: string): readonly string[] | undefined =>
  fieldsOf(plan(prompt), model).find(({ name }) => name === "status")?.values;

describe("what people do to a record is a state of it", () => {
  test.each([
    {
      prompt:
        "Employees file a request with amount, reason and attachment; managers approve or reject with a comment; finance marks them as paid",
      model: "Request",
      states: ["Submitted", "Approved", "Paid", "Rejected"],
    },
    {
      prompt: "helpdesk. staff open tickets with category, priority, screenshot. agents assign and close.",
      model: "Ticket",
      states: ["Open", "Assigned", "Closed"],
    },
    {
      prompt: "Employees log timesheets with date and hours, project managers approve timesheets.",
      model: "Timesheet",
      states: ["Submitted", "Approved"],
    },
    {
      prompt: "Doctors order lab tests. Landlords assign repairs and mark repairs as done, tenants report repairs.",
      model: "Repair",
      states: ["Open", "Assigned", "In progress", "Done"],
    },
  ])("$prompt", ({ prompt, model, states }) => {
    expect(statesOf(prompt, model)).toEqual(states);
  });

  test("adds what is missing where it belongs among the usual states", () => {
    expect(statesOf("A web shop. Customers order products, the warehouse packs and ships orders.", "Order")).toEqual([
      "Pending",
      "Paid",
      "Packed",
      "Shipped",
      "Delivered",
      "Cancelled",
    ]);
  });

  test("leaves choices as the prompt lists them", () => {
    const prompt = "Orders with status (new, baked, collected). Staff confirm orders, customers order cakes.";
    expect(statesOf(prompt, "Order")).toEqual(["New", "Baked", "Collected"]);
  });

  test.each([
    { prompt: "A learning app with lessons: title and text. Students complete lessons.", model: "Lesson" },
    { prompt: "A recipe site with recipes: title and text. Users can mark recipes as favourites.", model: "Recipe" },
    { prompt: "Track books with title and author. Members review books.", model: "Book" },
  ])("says nothing of the record itself: $prompt", ({ prompt, model }) => {
    expect(fieldsOf(plan(prompt), model).length).toBeGreaterThan(0);
    expect(statesOf(prompt, model)).toBeUndefined();
  });
});

describe("what goes with a decision", () => {
  test.each([
    {
      prompt: "Staff submit expenses with amount and date. Managers approve or reject with a comment.",
      model: "Expense",
    },
    { prompt: "Students submit homework, teachers grade it with a comment.", model: "Assignment" },
  ])("is a field: $prompt", ({ prompt, model }) => {
    const prd = plan(prompt);
    expect(fieldsOf(prd, model)).toContainEqual(expect.objectContaining({ name: "comment", type: "longText" }));
    expect(prd.models.map(({ name }) => name)).not.toContain("Comment");
  });

  test("is a list of comments where those who work on it comment", () => {
    const prd = plan("helpdesk. staff open tickets with category and priority. agents assign, comment and close.");
    expect(prd.relationships).toContainEqual(expect.objectContaining({ from: "Ticket", to: "Comment" }));
    expect(prd.relationships).toContainEqual(expect.objectContaining({ from: "Agent", to: "Ticket" }));
  });
});
