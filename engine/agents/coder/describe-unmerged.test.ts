import { expect, it } from "vitest";
import type { KeptFile } from "#engine/merge/kept.ts";
import { describeUnmerged } from "./describe-unmerged.ts";

const place = { line: 5, yours: "export const panels = [price];", proposed: "export const panels = [reactions];" };
const kept: KeptFile[] = [
  { path: "src/registry.ts", reason: "conflict", places: [place] },
  {
    path: "package.json",
    reason: "conflict",
    places: [{ line: null, key: "scripts.test", yours: "a", proposed: "b" }],
  },
  { path: "src/reactions.ts", reason: "twin", places: [] },
  { path: "package-lock.json", reason: "lockfile", places: [] },
];
const generated = new Map([["src/reactions.ts", "export const reactions = 1;"]]);

it("shows both sides of what was not merged, where the coder may write", () => {
  const text = describeUnmerged(kept, generated, (path) => path !== "package.json") ?? "";
  expect(text).toContain(`src/registry.ts:5\nIt stands:\n${place.yours}\nThe generator writes:\n${place.proposed}`);
  expect(text).toContain("export const reactions = 1;");
  expect(text).not.toContain("package");
});

it("is nothing where everything was merged, or nothing can be done", () => {
  expect(describeUnmerged([], generated, () => true)).toBeNull();
  expect(describeUnmerged(kept, generated, () => false)).toBeNull();
});
