import { describe, expect, it } from "vitest";
import { planFromPrompt } from "./architect.ts";

function themeOf(prompt: string) {
  const result = planFromPrompt(prompt);
  if (!result.ok) throw new Error(result.message);
  return { ...result.prd.theme, questions: result.prd.openQuestions.join(" ") };
}

describe("a look in plain words", () => {
  it.each([
    ["We need a site with our classes and teachers. Warm colours please", "#b45309"],
    ["A recipe site where people share recipes, earthy tones", "#8a5a33"],
    ["build a reading log for my kids, pastel", "#9b8cd9"],
    ["Wedding site, soft pastel colours, romantic", "#9b8cd9"],
    ["Dog grooming bookings, it should feel calm and cosy", "#5f8a8b"],
    ["plant tracker with a botanical vibe", "#2f6b3c"],
    ["Bar site with a menu. The style should be art deco, luxurious and dark", "#b08d3c"],
    ["a website for our beach café, colours like the sea", "#20808d"],
  ])("%s", (prompt, primary) => {
    expect(themeOf(prompt).primary).toBe(primary);
  });

  it("is dark where it is said to be", () => {
    expect(themeOf("gym tracker app dark and moody").scheme).toBe("dark");
    expect(themeOf("Task app. Dark look, please.").scheme).toBe("dark");
  });

  it("gives way to a colour by name, and is not asked about", () => {
    expect(themeOf("Track books. Warm sand colours.").primary).toBe("#d2a56d");
    expect(themeOf("Track books with title. Warm and earthy tones please.").questions).not.toContain("earthy");
  });

  it.each([
    "Vintage furniture with era and price",
    "Catalogue of retro games with title and console",
    "Seed catalogue with seasons: spring, summer, autumn",
    "Pricing plans: basic, professional, luxury",
    "A fun quiz app for kids",
  ])("is no look: %s", (prompt) => {
    expect(themeOf(prompt).primary).toBe("#2563eb");
  });
});
