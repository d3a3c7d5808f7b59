import { describe, expect, it } from "vitest";
import { planFromPrompt } from "./architect.ts";

function nameOf(prompt: string, projectName?: string): string {
  const result = planFromPrompt(prompt, projectName === undefined ? {} : { projectName });
  if (!result.ok) throw new Error(result.message);
  return result.prd.name;
}

describe("the app's name", () => {
  it.each([
    ["Build Pawtrack, a vet clinic app for appointments", "Pawtrack"],
    ["FixIt is an app where neighbours report potholes", "FixIt"],
    ["TrailMate: hiking routes with difficulty and photos", "TrailMate"],
    ['Design a site for the "Blue Heron" bird watching club with walks', "Blue Heron"],
    ["I want an app called Sunny Side to manage my eggs", "Sunny Side"],
  ])("is the one that the prompt gives: %s", (prompt, name) => {
    expect(nameOf(prompt)).toBe(name);
    expect(nameOf(prompt, "Something else")).toBe(name);
  });

  it.each([
    ["We're a small yoga studio in Leeds. We need a site with our classes and teachers.", "Yoga Studio"],
    ["Hi! I'm Maria and I run a bakery. I'd like a page where customers order cakes.", "Bakery"],
    ["Our sports club needs an app for members, fees, trainings", "Sports Club"],
    ["Please help us organise our school fair: stalls, helpers, shifts", "School Fair"],
  ])("is whose app it is: %s", (prompt, name) => {
    expect(nameOf(prompt)).toBe(name);
  });

  it.each([
    ["A recipe site where people share recipes", "Recipes"],
    ["An internal tool to approve leave requests of employees", "Leave Requests"],
    ["I'm a landlord with 12 apartments. I want to keep track of tenants and repairs.", "Apartments and Tenants"],
    ["Track software licences and domains", "Software Licences and Domains"],
    ["CRM, professional look", "CRM"],
  ])("is what it keeps: %s", (prompt, name) => {
    expect(nameOf(prompt)).toBe(name);
  });

  it.each(["This is an app for tasks", "Blog, a simple site with posts"])(
    "is no plain word that begins a sentence: %s",
    (prompt) => {
      expect(["This", "Blog,"]).not.toContain(nameOf(prompt));
    },
  );
});
