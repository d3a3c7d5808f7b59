// What was broken, as it is kept: one span of each file that differs. Places were drawn from all files of a scaffold, so that
// a file more would move them; a patch stays where it is.
import { z } from "zod";
import { difference } from "#engine/heal/edits/edit.ts";
import type { FileTree } from "#engine/stacks/stack.ts";

export const patchSchema = z.array(
  z.union([
    z.strictObject({ path: z.string(), from: z.int(), to: z.int(), text: z.string() }),
    z.strictObject({ path: z.string(), is: z.literal("gone") }),
    z.strictObject({ path: z.string(), is: z.literal("new"), text: z.string() }),
  ]),
);
export type Patch = z.infer<typeof patchSchema>;

export function makePatch(before: FileTree, after: FileTree): Patch {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path): Patch => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old === now) return [];
    if (now === undefined) return [{ path, is: "gone" }];
    if (old === undefined) return [{ path, is: "new", text: now }];
    const { from, expected, text } = difference(path, old, now);
    return [{ path, from, to: from + expected.length, text }];
  });
}

export function applyPatch(tree: FileTree, patch: Patch): FileTree {
  const result = new Map(tree);
  for (const each of patch) {
    const text = tree.get(each.path) ?? "";
    if ("from" in each) result.set(each.path, text.slice(0, each.from) + each.text + text.slice(each.to));
    else if (each.is === "gone") result.delete(each.path);
    else result.set(each.path, each.text);
  }
  return new Map([...result].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
