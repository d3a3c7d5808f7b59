import { describe, expect, test } from "vitest";
import { humanize, inSentence, NameRegistry, pluralize, pluralizeLabel, singularize, words } from "./naming.ts";

describe("names", () => {
  test.each([
    { name: "camel case", given: "stockMovement", parts: ["stock", "movement"] },
    { name: "separators", given: "due-date_of  item", parts: ["due", "date", "of", "item"] },
    { name: "an abbreviation before a word", given: "HTTPServer", parts: ["http", "server"] },
    { name: "accents and ligatures", given: "Größe Ærø", parts: ["grosse", "aero"] },
    { name: "a script without Latin letters", given: "商品", parts: [] },
  ])("split $name into words", ({ given, parts }) => {
    expect(words(given)).toEqual(parts);
  });

  test.each([
    ["category", "categories"],
    ["person", "people"],
    ["box", "boxes"],
    ["day", "days"],
    ["analysis", "analyses"],
    ["Child", "Children"],
  ])("turn %s into %s and back", (one, many) => {
    expect(pluralize(one)).toBe(many);
    if (one !== "analysis") expect(singularize(many)).toBe(one);
  });

  test.each(["address", "status", "news", "equipment", "constructor"])("leave the singular %s alone", (word) => {
    expect(singularize(word)).toBe(word);
  });

  test("become plural once", () => {
    expect(pluralizeLabel("Stock movement")).toBe("Stock movements");
    expect(pluralizeLabel("Similar artists")).toBe("Similar artists");
  });

  test("read as people write them", () => {
    expect(humanize("reorderLevel")).toBe("Reorder level");
    expect(humanize("SKU")).toBe("SKU");
    expect(humanize("supplier id")).toBe("Supplier id");
    expect(inSentence("Stock movement")).toBe("stock movement");
  });

  test("are handed out once, whatever their case", () => {
    const names = new NameRegistry(["id"]);
    expect([names.claim("Id"), names.claim("name"), names.claim("NAME", "_")]).toEqual(["Id2", "name", "NAME_2"]);
  });
});
