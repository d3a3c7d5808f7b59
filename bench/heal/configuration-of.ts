import { createHash } from "node:crypto";
import type { FileTree } from "#engine/stacks/stack.ts";
import { ownConfiguration } from "../../durable-objects/project/healing/own-configuration.ts";

/** Configuration that is not as the generator wrote it, as it was. */
export function configurationOf(scaffold: FileTree, tree: FileTree): ReadonlyMap<string, string> {
  const paths = ownConfiguration({ files: hashesOf(tree), generated: hashesOf(scaffold) });
  return new Map(
    paths
      .flatMap((path) => [[path, scaffold.get(path)] as const])
      .filter((each): each is [string, string] => each[1] !== undefined),
  );
}

function hashesOf(tree: FileTree): Record<string, { sha256: string }> {
  return Object.fromEntries(
    [...tree].map(([path, text]) => [path, { sha256: createHash("sha256").update(text).digest("hex") }]),
  );
}
