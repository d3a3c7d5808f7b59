import { describe, expect, it } from "vitest";
import { planFromPrompt } from "#engine/architect/architect.ts";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import { isBlocking, reviewTree } from "#engine/review/review.ts";
import type { Stack } from "../../stack.ts";
import { stackIds } from "../../stack.ts";
import { stackFor } from "../../stacks.ts";

const stacks = stackIds.flatMap((id) => stackFor(id) ?? []);

describe.each(stacks)("an app of the $id stack", (stack: Stack) => {
  const files = stack.generate(inventoryPrd);

  it.each([
    ".editorconfig",
    ".env.example",
    ".dockerignore",
    ".github/workflows/ci.yml",
    "CONTRIBUTING.md",
    "Dockerfile",
  ])("has %s", (path) => expect(files.get(path)?.length).toBeGreaterThan(50));

  it("passes the platform's own review", () => {
    expect(reviewTree(files).filter(isBlocking)).toEqual([]);
  });

  it("calls in its CI only scripts that it has", () => {
    const { scripts } = JSON.parse(files.get("package.json") ?? "{}") as { scripts: Record<string, string> };
    const ci = files.get(".github/workflows/ci.yml") ?? "";
    const called = [...ci.matchAll(/run: npm (?:run )?([a-z]+)$/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== "ci");
    expect(called).toEqual(["check", "test", "build"]);
    for (const name of called) expect(scripts).toHaveProperty(String(name));
  });

  it("keeps secrets and data out of repository and image", () => {
    for (const path of [".gitignore", ".dockerignore"]) {
      const lines = (files.get(path) ?? "").split("\n").map((line) => line.replace(/\/$/, ""));
      expect(lines, path).toEqual(expect.arrayContaining(["node_modules", ".data", ".env"]));
    }
    expect(files.get("Dockerfile")).toMatch(/^USER node$/m);
  });

  it("reserves all rights unless the plan gives a licence", () => {
    expect(files.get("LICENSE")).toContain("All rights reserved");
    expect(JSON.parse(files.get("package.json") ?? "{}")).toMatchObject({ private: true, license: "UNLICENSED" });
    const open = stack.generate({ ...inventoryPrd, license: "MIT" });
    expect(open.get("LICENSE")).toContain("Permission is hereby granted");
    expect(JSON.parse(open.get("package.json") ?? "{}")).toMatchObject({ license: "MIT" });
  });
});

describe("the architect", () => {
  it.each([
    { prompt: "A list of books. MIT license.", license: "MIT" },
    { prompt: "A list of books, ISC-licensed", license: "ISC" },
    { prompt: "A list of fishing licences at MIT", license: undefined },
  ])("reads the licence of: $prompt", ({ prompt, license }) => {
    const result = planFromPrompt(prompt);
    expect(result.ok && result.prd.license).toBe(license);
  });
});
