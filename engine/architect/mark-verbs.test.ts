import { describe, expect, it } from "vitest";
import { planFromPrompt } from "./architect.ts";
import { tokenise } from "./read-text.ts";

const deedsIn = (sentence: string): string[] =>
  tokenise(sentence).flatMap((token) => (token.deed ? [token.lower] : []));

describe("a word that is a thing here and a deed there", () => {
  it.each([
    ["people can book classes", ["book"]],
    ["customers need to book walks and pay online", ["book"]],
    ["users can browse, book and review tours", ["book", "review"]],
    ["visitors rate dishes", ["rate"]],
    ["a shelf for each book", []],
    ["track every order and its price", []],
    ["the book has an author", []],
    ["members borrow books", ["borrow"]],
    ["a review belongs to a book", []],
    ["an app that tracks spare parts", ["tracks"]],
    ["a site which lists jobs and shows companies", ["lists", "shows"]],
    ["a store that keeps records and tracks", []],
  ])("%s: %j", (sentence, deeds) => {
    expect(deedsIn(sentence)).toEqual(deeds);
  });

  it.each([
    { prompt: "A website for my yoga studio where people can book classes", without: "Book" },
    { prompt: "I run a dog walking business, customers need to book walks", without: "Book" },
    { prompt: "A clinic site, patients can rate their doctors", without: "Rate" },
  ])("$prompt: no $without", ({ prompt, without }) => {
    const result = planFromPrompt(prompt, {});
    const names = result.ok ? result.prd.models.map((model) => model.name) : [];
    expect(names.length).toBeGreaterThan(0);
    expect(names).not.toContain(without);
  });
});

describe("colours beside nothing else", () => {
  it.each([
    { prompt: "A recipe box with recipes and tags, purple", primary: "#800080", background: undefined },
    { prompt: "A portfolio with projects. Black and white.", primary: "#000000", background: "#ffffff" },
    { prompt: "A list of orange juices, apples and black cats", primary: "#2563eb", background: undefined },
  ])("$prompt", ({ prompt, primary, background }) => {
    const result = planFromPrompt(prompt, {});
    expect(result.ok && [result.prd.theme.primary, result.prd.theme.background]).toEqual([primary, background]);
  });
});

describe("what changes hands", () => {
  it.each([
    { prompt: "Car rental booking platform", models: ["Vehicle", "Booking"] },
    { prompt: "bike hire app", models: ["Bike"] },
    { prompt: "Pet adoption site", models: ["Pet", "Adoption"] },
    { prompt: "Track my orders and let clients order cakes", models: ["Order", "Client", "Cake"] },
  ])("$prompt", ({ prompt, models }) => {
    const result = planFromPrompt(prompt, {});
    expect(result.ok ? result.prd.models.map((model) => model.name) : []).toEqual(expect.arrayContaining(models));
  });
});
