// A file that a person changed here while a newer version changed it too. Loaded when that happens.
import { diff3Merge } from "node-diff3";
import { mergeFile } from "#engine/merge/merge-file.ts";
import { linesOf } from "#engine/merge/merge-text.ts";

export type Side = "mine" | "theirs" | "both";

/** The merged text; null where both changed the same lines, or the file is not merged line by line. */
export function mergeDraft(path: string, base: string, mine: string, theirs: string): string | null {
  const { text, kept } = mergeFile(path, base, mine, theirs);
  return kept === null ? text : null;
}

/** Everything that only one side changed, and one side's lines where both did. */
export function composeMerge(base: string, mine: string, theirs: string, side: Side): string {
  const regions = diff3Merge(linesOf(mine), linesOf(base), linesOf(theirs), { excludeFalseConflicts: true }) as {
    ok?: string[];
    conflict?: { a: string[]; b: string[] };
  }[];
  return regions
    .flatMap(({ ok, conflict }) => {
      if (conflict === undefined) return ok ?? [];
      if (side === "mine") return conflict.a;
      if (side === "theirs") return conflict.b;
      return [...conflict.a.map(endLine), ...conflict.b];
    })
    .join("");
}

/** So that the lines of the other side do not continue the last one. */
const endLine = (line: string): string => (line.endsWith("\n") ? line : `${line}\n`);
