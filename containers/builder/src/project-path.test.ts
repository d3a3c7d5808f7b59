import { expect, test } from "vitest";
import { checkPath, checkPathSet, RefusedInput } from "./project-path.ts";

test.each([
  "package.json",
  "src/app/(shop)/[slug]/page.tsx",
  "src/app/@modal/[...all]/page.tsx",
  ".env.example",
  "docs/übersicht.md",
])("accepts %s", (path) => {
  expect(checkPath(path)).toBe(path);
});

test.each([
  ["an absolute path", "/etc/passwd"],
  ["a drive letter", "C:/windows"],
  ["a climb at the start", "../outside"],
  ["a climb inside", "src/../../outside"],
  ["a dot part", "src/./a"],
  ["an empty part", "src//a"],
  ["a folder instead of a file", "src/"],
  ["nothing", ""],
  ["a backslash", "src\\..\\a"],
  ["a NUL byte", "src/a\0.ts"],
  ["a newline", "src/a\n.ts"],
  ["a trailing dot", "src./a"],
  ["a trailing space", "src/a "],
  ["dependencies", "node_modules/left/index.js"],
  ["dependencies in capitals", "src/NODE_MODULES/a"],
  ["git's folder", ".Git/config"],
  ["a decomposed letter", "u\u0308.txt"],
  ["a part of 300 bytes", "a".repeat(300)],
])("refuses %s", (_what, path) => {
  expect(() => checkPath(path)).toThrow(RefusedInput);
});

test.each([
  ["two files that differ by case", ["src/App.ts", "src/app.ts"]],
  ["two folders that differ by case", ["Src/a.ts", "src/b.ts"]],
  ["a file that is also a folder", ["src", "src/a.ts"]],
  ["a file that is also a folder in other case", ["SRC", "src/a.ts"]],
])("refuses %s in one request", (_what, paths) => {
  expect(() => checkPathSet(paths)).toThrow(RefusedInput);
});
