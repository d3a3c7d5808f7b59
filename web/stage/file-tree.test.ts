import { expect, it } from "vitest";
import { fileTree, openingFile, parentFolders } from "./file-tree.ts";

const files = ["README.md", "src/main.tsx", "src/pages/list.tsx", "src/App.tsx", "a/b/c/deep.ts"].map((path) => ({
  path,
  size: 1,
  sha256: "0",
}));

it("puts folders before files and both in order of name", () => {
  expect(fileTree(files).map(({ name }) => name)).toEqual(["a", "src", "README.md"]);
  expect(fileTree(files)[1]).toMatchObject({
    children: [{ name: "pages" }, { name: "App.tsx" }, { name: "main.tsx" }],
  });
});

it("makes every folder on the way to a file", () => {
  expect(fileTree(files)[0]).toMatchObject({
    path: "a",
    children: [{ path: "a/b", children: [{ path: "a/b/c", children: [{ path: "a/b/c/deep.ts" }] }] }],
  });
  expect(parentFolders("a/b/c/deep.ts")).toEqual(["a", "a/b", "a/b/c"]);
});

it("opens the app's first component, or else anything there is", () => {
  expect(openingFile(files)).toBe("src/App.tsx");
  expect(openingFile([{ path: "x.txt", size: 1, sha256: "0" }])).toBe("x.txt");
  expect(openingFile([])).toBeNull();
});
