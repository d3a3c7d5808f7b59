import { expect, it } from "vitest";
import { isWorthAsking } from "./worth-asking.ts";

const prompt = "Track the repairs of a small bike workshop";

it.each([
  ["a few words", "Track repairs", null, false],
  ["a sentence, the first time", prompt, null, true],
  ["the same again", prompt, prompt, false],
  ["a word more", `${prompt} in town`, prompt, false],
  ["a sentence more", `${prompt}. Customers bring several bikes.`, prompt, true],
  ["a sentence in the middle", prompt.replace("small", "small and very busy family-run"), prompt, true],
  ["another text", "A city guide with places, tips and opening hours", prompt, true],
])("a model is asked about %s: %#", (_what, text, asked, expected) => {
  expect(isWorthAsking(text, asked)).toBe(expected);
});
