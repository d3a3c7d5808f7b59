import { createHash } from "node:crypto";
import type { FileTree } from "#engine/stacks/stack.ts";

/** What differs from the scaffold, and packages that were added to it. "" where nothing does. */
export function digestOf(scaffold: FileTree, tree: FileTree, packages: readonly string[]): string {
  const hash = createHash("sha256");
  let differs = packages.length > 0;
  hash.update(packages.toSorted().join("\n"));
  for (const path of [...new Set([...scaffold.keys(), ...tree.keys()])].toSorted()) {
    if (scaffold.get(path) === tree.get(path)) continue;
    differs = true;
    hash.update(`\0${path}\0${tree.get(path) ?? ""}`);
  }
  return differs ? hash.digest("hex").slice(0, 16) : "";
}
