import { expect, it } from "vitest";
import { ownConfiguration } from "./own-configuration.ts";

const manifest = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([path, sha256]) => [path, { sha256, size: 1 }]));

it("finds configuration that was changed, added or taken away, and nothing else", () => {
  const generated = manifest({
    "package.json": "1",
    "src/vite.config.ts": "1",
    "tsconfig.json": "1",
    "vite.config.ts": "1",
    "vitest.config.ts": "1",
    ".oxlintrc.json": "1",
  });
  const files = manifest({
    "package.json": "2",
    "src/vite.config.ts": "2",
    "tsconfig.json": "1",
    "vite.config.ts": "2",
    "postcss.config.mjs": "2",
    ".oxlintrc.json": "2",
  });
  expect(ownConfiguration({ files, generated })).toEqual([
    ".oxlintrc.json",
    "postcss.config.mjs",
    "vite.config.ts",
    "vitest.config.ts",
  ]);
});
