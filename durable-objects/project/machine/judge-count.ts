// Whether a generation that has ended counts against its plan's quota. Pure.
import type { NotCountedReason } from "#protocol/not-counted.ts";
import { isEndState } from "#protocol/loop-state.ts";
import type { LoopContext } from "./context.ts";

/** Failures of what the app ran on rather than of its code. */
const ofTheSurroundings: ReadonlySet<string> = new Set(["network", "resource"]);

/** Null: it counts. What the user ended or rejected counts, and what they asked that cannot be planned. */
export function judgeCount(context: LoopContext): NotCountedReason | null {
  const { state, error, healing, modelWork, modelFailed, leftOut = [] } = context;
  if (!isEndState(state) || state === "cancelled") return null;
  if (state === "escalated")
    return ofTheSurroundings.has(healing.diagnosis?.category ?? "") ? "platform-error" : "repair-failed";
  if (error?.code === "SYSTEM_ERROR") return "platform-error";
  if (error?.code === "REVIEW_FAILED" && !context.buildsVersion) return "repair-failed";
  if (state === "failed") return null;
  if (modelWork === "left-out" || leftOut.length > 0) return "repair-failed";
  return modelFailed === true ? "provider-errors" : null;
}
