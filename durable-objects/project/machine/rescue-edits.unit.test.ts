import { describe, expect, it } from "vitest";
import type { Remedy } from "#engine/heal/diagnosis.ts";
import { newLoopContext, type LoopContext } from "./context.ts";
import { rescueEdits } from "./rescue-edits.ts";

const giveUp: Remedy = { kind: "give-up", explanation: "Types failed." };
const at = (edits: Partial<LoopContext["edits"]>, failedIn: LoopContext["healing"]["failedIn"] = "building") => {
  const context = newLoopContext("auto");
  return { edits: { ...context.edits, ...edits }, healing: { ...context.healing, failedIn } };
};
const edited = { files: ["src/a.ts"], canFallBack: true };

describe("a version with edits that does not build", () => {
  it.each(["building", "testing"] as const)("is tried once more with the edited files whole, after %s", (state) => {
    expect(rescueEdits(giveUp, at(edited, state))).toMatchObject({ kind: "keep-edits-whole" });
    expect(rescueEdits(giveUp, at({ ...edited, strategy: "whole-files" }, state))).toMatchObject({ kind: "give-up" });
  });

  it("ends by naming the files, and says that the version before is as it was", () => {
    const remedy = rescueEdits(giveUp, at({ ...edited, strategy: "whole-files" }));
    expect(remedy.explanation).toMatch(/^Types failed\. .*src\/a\.ts.*version before is unchanged/);
  });

  it("is not written again where that would change nothing, or where not the code is at fault", () => {
    expect(rescueEdits(giveUp, at({ ...edited, canFallBack: false }))).toMatchObject({ kind: "give-up" });
    expect(rescueEdits(giveUp, at(edited, "deploying"))).toMatchObject({ kind: "give-up" });
  });

  it("is first mended like any other", () => {
    const retry: Remedy = { kind: "retry", delayMs: 0, resourceScale: 1, explanation: "Trying again." };
    expect(rescueEdits(retry, at(edited))).toBe(retry);
    expect(rescueEdits(giveUp, at({}))).toBe(giveUp);
  });
});
