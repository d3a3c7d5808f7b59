import { describe, expect, it } from "vitest";
import { leaves } from "#engine/heal/classify/taxonomy.ts";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import { stackIds } from "#engine/stacks/stack.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import { randomOf } from "../random.ts";
import type { Mutation } from "./mutation.ts";
import { mutations } from "./mutations.ts";

const scaffolds = Object.fromEntries(stackIds.map((id) => [id, stackFor(id).generate(inventoryPrd)]));

function changesOf({ apply }: Mutation, stack: (typeof stackIds)[number], seed: number) {
  const tree = scaffolds[stack] ?? new Map<string, string>();
  return { tree, changes: apply({ stack, tree, random: randomOf(seed) }) };
}

describe("ways to break an app", () => {
  it("are many, and each has a name of its own", () => {
    expect(mutations.length).toBeGreaterThanOrEqual(40);
    expect(new Set(mutations.map(({ kind }) => kind)).size).toBe(mutations.length);
  });

  it("cover what can be wrong, but for what this machine cannot be brought to", () => {
    const covered = new Set(mutations.flatMap((mutation) => mutation.leaves));
    // A full disk and a used up processor are the machine's; a registry that is away is the network's.
    const beyond = ["resource/disk", "resource/cpu", "network/registry", "unknown/other"];
    expect(leaves.filter((leaf) => !covered.has(leaf)).toSorted()).toEqual(beyond.toSorted());
  });

  it.each(mutations)("$kind changes a scaffold, the same way for the same seed", (mutation) => {
    const places = stackIds
      .filter((stack) => (mutation.stack ?? stack) === stack)
      .flatMap((stack) => {
        const { tree, changes } = changesOf(mutation, stack, 3);
        if (changes === null) return [];
        expect(changesOf(mutation, stack, 3).changes).toEqual(changes);
        return [...changes].filter(([path, text]) => (tree.get(path) ?? null) !== text);
      });
    expect(places.length).toBeGreaterThan(0);
  });

  it("leave tests as they are", () => {
    for (const mutation of mutations) {
      for (const seed of [1, 2]) {
        const { changes } = changesOf(mutation, mutation.stack ?? "edge", seed);
        expect([...(changes?.keys() ?? [])].filter((path) => path.startsWith("tests/"))).toEqual([]);
      }
    }
  });
});
