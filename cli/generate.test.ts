import { expect, test } from "vitest";
import { projectName } from "./generate.ts";
import { table } from "./projects.ts";

test.each([
  ["a short prompt as it is", "A todo app", "A todo app"],
  ["line breaks as spaces", " A todo\n  app ", "A todo app"],
  [
    "a long prompt up to a word",
    "An inventory tracker with products, suppliers and stock movements",
    "An inventory tracker with products, suppliers and stock",
  ],
  ["a long prompt without spaces, and no half letter", "😀".repeat(80), "😀".repeat(30)],
])("a new project is named after %s", (_what, prompt, name) => {
  expect(projectName(prompt)).toBe(name);
});

test("a table has columns as wide as their widest cell", () => {
  expect(
    table([
      ["ID", "SLUG"],
      ["prj_1", "a"],
      ["p", "longer"],
    ]),
  ).toBe("ID     SLUG\nprj_1  a\np      longer");
});
