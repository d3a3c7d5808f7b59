import { expect, it } from "vitest";
import { whenItHappened } from "./describe-problem.ts";

const seen = { count: 1, pages: ["/products"], clicked: null, route: null, environment: "preview" } as const;

it.each([
  { over: {}, words: "Happened once, on /products." },
  { over: { count: 3, clicked: "“Save”" }, words: "Happened 3 times, on /products, after clicking “Save”." },
  { over: { count: 1_200, pages: ["/a", "/b", "/c"] }, words: "Happened 1,200 times, on /a, /b and /c." },
  { over: { pages: [], route: "GET /api/orders/:id" }, words: "Happened once, in GET /api/orders/:id." },
  { over: { environment: "production" as const }, words: "Happened once, in the published app, on /products." },
])("says: $words", ({ over, words }) => {
  expect(whenItHappened({ ...seen, pages: [...seen.pages], ...over })).toBe(words);
});
