import { describe, expect, it } from "vitest";
import { planFromPrompt } from "./architect.ts";
import { listedThing } from "./listed-things.ts";

describe("a thing in general words", () => {
  it.each([
    ["practice areas", "Practice Area"],
    ["case results", "Case Result"],
    ["gift sets", "Gift Set"],
    ["treatments", "Treatment"],
    ["consultation request form", "Consultation Request"],
    ["volunteer application form", "Volunteer Application"],
    ["checklist", "Checklist Item"],
    ["meeting minutes", "Meeting"],
    ["filtering options", null],
    ["search results", null],
    ["user stories", null],
    ["contact form", null],
    ["appointment request form", null],
    ["areas", null],
  ])("%s: %s", (words, name) => {
    expect(listedThing(words.split(" "))).toBe(name);
  });

  it.each([
    {
      prompt:
        "a website for a law firm with practice areas, attorney profiles, case results, a blog and a consultation request form",
      models: ["Practice Area", "Lawyer", "Case Result", "Post", "Consultation Request"],
    },
    {
      prompt:
        "Wedding planner app: guest list with RSVP and meal choice, seating tables, budget with vendors, and a checklist ordered by deadline",
      models: ["Guest", "Seating Table", "Budget", "Vendor", "Checklist Item"],
    },
    {
      prompt: "PTA app: committees, meeting minutes, fundraisers with goal and raised amount, sign-up sheets",
      models: ["Committee", "Meeting", "Fundraiser", "Sign Up Sheet"],
    },
    {
      prompt: "Our client wants:\n1. Practice areas\n2. Case results\n3. Consultation request form",
      models: ["Practice Area", "Case Result", "Consultation Request"],
    },
    { prompt: "onboarding app for new hires with tasks and documents", models: ["New Hire", "Task", "Document"] },
    {
      prompt: "Quality tool: audits, corrective actions with responsible, due date and photo",
      models: ["Audit", "Corrective Action"],
    },
    {
      prompt: "A site for a festival – stages, press releases, partners",
      models: ["Press Release", "Partner"],
    },
  ])("$prompt: $models", ({ prompt, models }) => {
    const result = planFromPrompt(prompt);
    expect(result.ok && result.prd.models.map(({ name }) => name)).toEqual(expect.arrayContaining(models));
  });
});
