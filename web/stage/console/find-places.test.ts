import { expect, it } from "vitest";
import { findPlaces } from "./find-places.ts";

it.each([
  ["src/client/app.tsx(12,5): error TS2304: Cannot find name 'x'.", "src/client/app.tsx", 12],
  ["  ╭─[src/server/routes.ts:7:3]", "src/server/routes.ts", 7],
  [" ❯ ./tests/app.test.ts:41:10", "tests/app.test.ts", 41],
  ["    at readUser (src/shared/read-user.ts:9:2)", "src/shared/read-user.ts", 9],
  ["app/[id]/page.tsx:3:1 Parsing failed", "app/[id]/page.tsx", 3],
  ["app/(shop)/page.tsx:3:1 Parsing failed", "app/(shop)/page.tsx", 3],
  ["package.json:14 is not valid", "package.json", 14],
])("finds the place in %s", (text, path, line) => {
  const [found, ...more] = findPlaces(text);
  expect(found).toMatchObject({ path, line });
  expect(more).toEqual([]);
  expect(text.slice(found?.start, found?.end)).toContain(String(line));
});

it.each([
  "node_modules/react/index.js:3:1",
  "/tmp/build-77/src/app.tsx:3:1",
  "https://example.com/app.ts:3",
  "../outside.ts:3:1",
  "Built 12 files in 3.4 s",
  "src/app.tsx has no place",
])("finds none in %s", (text) => {
  expect(findPlaces(text)).toEqual([]);
});

it("finds several in one line", () => {
  expect(findPlaces("src/a.ts:1:1 and src/b.ts(2,3)").map(({ path, line }) => [path, line])).toEqual([
    ["src/a.ts", 1],
    ["src/b.ts", 2],
  ]);
});
