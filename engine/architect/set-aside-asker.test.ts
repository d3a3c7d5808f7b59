import { describe, expect, it } from "vitest";
import { planFromPrompt } from "./architect.ts";
import { readClauses } from "./read-text.ts";
import { setAsideAsker } from "./set-aside-asker.ts";

const kept = (prompt: string): string =>
  setAsideAsker(readClauses(prompt))
    .map(({ tokens }) => tokens.map(({ lower }) => lower).join(" "))
    .join(" ");

function modelsOf(prompt: string): string[] {
  const result = planFromPrompt(prompt);
  return result.ok ? result.prd.models.map(({ name }) => name) : [];
}

describe("who asks", () => {
  it.each([
    ["I run a small bike workshop and need to track repairs", "and need to track repairs"],
    ["I'm a landlord with 12 apartments", "with 12 apartments"],
    ["My wife and I own a bakery. Track cake orders.", ". track cake orders ."],
    ["We are a team of 5 accountants. Track files.", ". track files ."],
    ["As a freelance photographer I want to manage my shoots", "i want to manage my shoots"],
    ["Hi, I'm the treasurer of a rowing club, list the dues", ", list the dues"],
    ["I'm organising my parents' anniversary. List guests.", ". list guests ."],
    ["Our school needs a list of rooms", "needs a list of rooms"],
  ])("%s", (prompt, rest) => {
    expect(kept(prompt)).toBe(rest);
  });

  it.each([
    "I have a collection of vinyl records with title, artist",
    "I manage a fleet of trucks",
    "I own 5 rental properties and track rent",
    "We run workshops and courses",
    "As a tenant I can report problems . As a landlord I can close them .",
  ])("%s: what is kept stays", (prompt) => {
    expect(kept(prompt)).toContain(
      prompt
        .toLowerCase()
        .split(/ (?:with|and) /)[0]
        ?.split(" ")
        .at(-1),
    );
  });

  it.each([
    {
      prompt:
        "I run a small bike workshop. I need to keep track of repairs: which bike, who owns it, and whether it is paid.",
      models: ["Repair"],
    },
    {
      prompt:
        "I'm a landlord with 12 apartments. I want to know who lives where, when the contract ends, what rent they pay and whether they paid this month.",
      models: ["Apartment", "Tenant"],
    },
    { prompt: "I run a restaurant. Rate other restaurants with name, city and stars.", models: ["Restaurant"] },
  ])("$prompt: $models", ({ prompt, models }) => {
    expect(modelsOf(prompt)).toEqual(models);
  });

  it("is not asked about", () => {
    const result = planFromPrompt("We are a team of 5 accountants. Track files with title and due date.");
    expect(result.ok && result.prd.openQuestions).toEqual([]);
  });
});
