import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Failure } from "./failure.ts";
import { checkFolder, targetOf } from "./source-files.ts";

test.each(["package.json", "src/app/[slug]/page.tsx", ".env.example", ".github/workflows/ci.yml", "a..b/c"])(
  "%s is written below the folder",
  (path) => {
    expect(targetOf("out", path)).toBe(join(resolve("out"), path));
  },
);

test.each([
  "",
  "/etc/passwd",
  "../outside",
  "src/../../outside",
  "..",
  ".",
  "src//a",
  "src/",
  "..\\outside",
  "C:/windows",
  "a\0b",
  ".git/hooks/pre-commit",
  ".GIT/config",
])("the path %j is refused", (path) => {
  expect(() => targetOf("out", path)).toThrow(Failure);
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nexusgen-out-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a missing folder and an empty one are fine", async () => {
  await expect(checkFolder(join(folder, "new"), false)).resolves.toBeUndefined();
  await expect(checkFolder(folder, false)).resolves.toBeUndefined();
});

test("a folder that holds something is refused as a usage error, unless forced", async () => {
  writeFileSync(join(folder, "mine.txt"), "");
  await expect(checkFolder(folder, false)).rejects.toMatchObject({ exitCode: 2, message: /not empty/ });
  await expect(checkFolder(folder, true)).resolves.toBeUndefined();
});

test("a file where the folder should be is refused, forced or not", async () => {
  writeFileSync(join(folder, "file"), "");
  await expect(checkFolder(join(folder, "file"), true)).rejects.toMatchObject({ exitCode: 2 });
});
