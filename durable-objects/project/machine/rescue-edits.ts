import type { Remedy } from "#engine/heal/diagnosis.ts";
import type { LoopContext } from "./context.ts";

/**
 * Where a version holds edits made by hand and nothing else helps: first the edited files as they were before the merge,
 * then the truth. The edits stand in the version before, which goes on as it is.
 */
export function rescueEdits(remedy: Remedy, { edits, healing }: Pick<LoopContext, "edits" | "healing">): Remedy {
  if (remedy.kind !== "give-up" || edits.files.length === 0) return remedy;
  const paths = edits.files.join(", ");
  const isBuild = healing.failedIn === "building" || healing.failedIn === "testing";
  if (isBuild && edits.canFallBack && edits.strategy === "lines") {
    const explanation = `The app does not build with the new code merged into the files edited by hand. Trying again with these files as they were (${paths}).`;
    return { kind: "keep-edits-whole", explanation };
  }
  const hint = `The new code does not go together with edits made by hand in ${paths}. The version before is unchanged; change or delete these files, or roll back, and ask again.`;
  return { ...remedy, explanation: `${remedy.explanation} ${hint}` };
}
