import { describe, expect, it } from "vitest";
import { planFromPrompt } from "../architect.ts";

function plan(prompt: string) {
  const result = planFromPrompt(prompt);
  if (!result.ok) throw new Error(result.message);
  return result.prd;
}
const hasCharts = (prompt: string): boolean =>
  plan(prompt).capabilities?.some(({ kind }) => kind === "charts") ?? false;

describe("numbers that people ask for", () => {
  it.each([
    "Attendance app for our youth club: kids, sessions, I want to see how many people came each month",
    "Household expenses app so we see where the money goes",
    "Track donations by donor, monthly totals",
    "CRM with leads and deals; I want to know our conversion rate",
    "Products, customers and orders; which product sells best?",
  ])("get charts: %s", (prompt) => {
    expect(hasCharts(prompt)).toBe(true);
    expect(plan(prompt).openQuestions.join(" ")).not.toContain("was not understood");
  });

  it("finer than a month are said to be out of scope", () => {
    const { outOfScope } = plan("Help desk: tickets, agents, average time to close, tickets per week");
    expect(outOfScope.join(" ")).toContain("charts go by month");
    expect(plan("Track expenses with monthly totals").outOfScope.join(" ")).not.toContain("charts go by month");
  });

  it("are no fields of what stands before them", () => {
    const fields = plan("Help desk: departments, tickets, average time to close").models.flatMap(
      (model) => model.fields,
    );
    expect(fields.map(({ name }) => name)).not.toContain("average time");
  });

  it.each(["Rooms with price per month and size", "Courses with hours per week", "A blog with posts"])(
    "are not meant by a rate: %s",
    (prompt) => {
      expect(hasCharts(prompt)).toBe(false);
    },
  );
});

describe("what comes along unasked", () => {
  it("is no request where volunteers sign up for shifts", () => {
    const { models, relationships } = plan("Volunteer rota: volunteers, shifts, who signed up for what");
    expect(models.map(({ name }) => name)).toEqual(["Volunteer", "Shift", "Sign-up"]);
    expect(relationships).toContainEqual(expect.objectContaining({ from: "Volunteer", to: "Sign-up" }));
  });

  it("is no listing in a directory that says what it lists", () => {
    expect(plan("Podcast directory: shows, episodes, hosts").models.map(({ name }) => name)).not.toContain("Listing");
    expect(plan("A directory with categories and reviews").models.map(({ name }) => name)).toContain("Listing");
  });

  it("comments on what was done, not on who did it", () => {
    const { capabilities } = plan("Tenants report damages with photos, the janitor writes a comment");
    expect(capabilities).toContainEqual(expect.objectContaining({ kind: "reactions", model: "Damage" }));
  });
});
