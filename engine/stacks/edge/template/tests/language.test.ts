import { afterEach, expect, test } from "vitest";
import { countOf, formatCount } from "../src/shared/format.ts";
import { messages } from "../src/shared/messages/en.ts";
import { part, say, speak } from "../src/shared/say.ts";

afterEach(() => speak({ messages }, "en-US"));

const greeting = part("greeting", { hello: "Hello", bye: "Bye" });

test("another language replaces the texts and writes numbers its own way; what it lacks stays English", () => {
  speak({ messages: { ...messages, save: "Speichern" }, parts: { greeting: { hello: "Hallo" } } }, "de-DE");
  expect(say.save).toBe("Speichern");
  expect(formatCount(1_234)).toBe("1.234");
  expect(greeting).toEqual({ hello: "Hallo", bye: "Bye" });
  expect(part("greeting", { hello: "Hello again" }).hello).toBe("Hallo");
});

test("a count takes the form that its number asks for", () => {
  const model = { label: "Product", pluralLabel: "Products" };
  expect([0, 1, 2].map((count) => countOf(count, model))).toEqual(["0 products", "1 product", "2 products"]);
});
