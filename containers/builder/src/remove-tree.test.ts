import { chmodSync, existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { removeTree } from "./remove-tree.ts";

test("removes folders that were closed to their owner, and not what links in them point to", async () => {
  const outside = mkdtempSync(join(tmpdir(), "nexusgen-outside-"));
  writeFileSync(join(outside, "kept"), "");
  const folder = mkdtempSync(join(tmpdir(), "nexusgen-closed-"));
  mkdirSync(join(folder, "a/b"), { recursive: true });
  writeFileSync(join(folder, "a/b/file"), "");
  symlinkSync(outside, join(folder, "a/link"));
  chmodSync(join(folder, "a/b"), 0);
  chmodSync(join(folder, "a"), 0);
  await removeTree(folder);
  expect(existsSync(folder)).toBe(false);
  expect(existsSync(join(outside, "kept"))).toBe(true);
  await removeTree(outside);
  await removeTree(outside);
});
