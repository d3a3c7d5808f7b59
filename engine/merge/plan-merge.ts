// Which side each file of a regeneration comes from. `base` is what the generator wrote last time, `yours` what the user
// made of it, `generated` what it writes now. Decided by content hashes, so that only files changed on both sides are
// ever read. Nothing of the user's is overwritten: where both changed a file, `merge` decides inside it.
import type { KeptFile } from "./kept.ts";

/** Path → a name of the content; equal names mean equal bytes. */
export type ContentNames = Readonly<Record<string, string>>;

export interface MergePlan {
  /** Path → where its content comes from. */
  take: Map<string, "yours" | "generated">;
  /** Changed on both sides and present on all three. */
  merge: string[];
  /** Kept as the user has it, whole. */
  kept: KeptFile[];
}

export function planMerge(base: ContentNames, yours: ContentNames, generated: ContentNames): MergePlan {
  const plan: MergePlan = { take: new Map(), merge: [], kept: [] };
  const keep = (path: string, reason: KeptFile["reason"]): void => void plan.kept.push({ path, reason, places: [] });
  const paths = [...new Set([base, yours, generated].flatMap((names) => Object.keys(names)))].sort();
  for (const path of paths) {
    const [b, t, o] = [own(base, path), own(yours, path), own(generated, path)];
    if (isMigration(path)) {
      // The generator continues the history it was given; what was applied is never rewritten or taken back.
      if (t !== undefined) plan.take.set(path, "yours");
      else if (o !== undefined && b === undefined) plan.take.set(path, "generated");
    } else if (t === b) {
      if (o !== undefined) plan.take.set(path, "generated");
    } else if (o === b || t === o) {
      if (t !== undefined) plan.take.set(path, "yours");
    } else if (t === undefined) keep(path, "deleted");
    else {
      plan.take.set(path, "yours");
      if (o === undefined) keep(path, "no-longer-generated");
      else if (b === undefined) keep(path, "twin");
      else plan.merge.push(path);
    }
  }
  giveWay(plan, yours);
  return plan;
}

const own = (names: ContentNames, path: string): string | undefined =>
  Object.hasOwn(names, path) ? names[path] : undefined;

export const isMigration = (path: string): boolean => /^migrations\/\d{4}_.*\.sql$/.test(path);

/** A generated file that one file system would take for a file of the user's, or for a folder of theirs, is left out. */
function giveWay(plan: MergePlan, yours: ContentNames): void {
  const taken = new Set([...plan.take].filter(([, side]) => side === "yours").map(([path]) => path.toLowerCase()));
  const folders = new Set([...taken].flatMap(foldersOf));
  for (const [path, side] of plan.take) {
    if (side === "yours" || Object.hasOwn(yours, path)) continue;
    const folded = path.toLowerCase();
    if (!taken.has(folded) && !folders.has(folded) && !foldersOf(folded).some((folder) => taken.has(folder))) continue;
    plan.take.delete(path);
    plan.kept.push({ path, reason: "twin", places: [] });
  }
}

const foldersOf = (path: string): string[] =>
  path.split("/").flatMap((_, depth, parts) => (depth === 0 ? [] : [parts.slice(0, depth).join("/")]));
