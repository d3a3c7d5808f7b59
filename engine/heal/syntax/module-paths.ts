// Relative specifiers and the files of a tree.
import type { Tree } from "../edits/edit.ts";

export const isRelative = (specifier: string): boolean => /^\.{1,2}(?:\/|$)/.test(specifier);

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** `./a.ts` seen from `src/b/c.ts` → `src/b/a.ts`; null when it leaves the project. */
export function joinSpecifier(from: string, specifier: string): string | null {
  const parts = folderOf(from)
    .split("/")
    .filter((part) => part !== "");
  for (const part of specifier.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

export function specifierOf(from: string, to: string): string {
  const here = folderOf(from)
    .split("/")
    .filter((part) => part !== "");
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  const up = here.slice(shared).map(() => "..");
  return [...(up.length === 0 ? ["."] : up), ...there.slice(shared)].join("/");
}

const tried = ["", ".ts", ".tsx", ".js", ".jsx", "/index.ts", "/index.tsx"];

/** The file of the tree that a bundler would take. */
export function resolveSpecifier(tree: Tree, from: string, specifier: string): string | null {
  const base = joinSpecifier(from, specifier);
  return base === null ? null : (tried.map((ending) => base + ending).find((path) => tree.has(path)) ?? null);
}
