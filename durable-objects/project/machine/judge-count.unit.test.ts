import { expect, it } from "vitest";
import { diagnoseFault } from "#engine/heal/diagnose.ts";
import { newLoopContext, type LoopContext } from "./context.ts";
import { judgeCount } from "./judge-count.ts";

const at = (over: Partial<LoopContext>): LoopContext => ({ ...newLoopContext("auto"), ...over });
const failedWith = (code: string) => at({ state: "failed", error: { code, message: "" } });
const escalatedBy = (category: "type" | "network") =>
  at({
    state: "escalated",
    healing: { ...newLoopContext("auto").healing, diagnosis: diagnoseFault("build", category, "x", "m") },
  });

it.each([
  { what: "one that completed", context: at({ state: "complete" }), reason: null },
  { what: "one that still runs", context: at({ state: "coding", modelFailed: true }), reason: null },
  { what: "one that its user cancelled", context: at({ state: "cancelled", modelFailed: true }), reason: null },
  { what: "one that its user rejected", context: failedWith("PLAN_REJECTED"), reason: null },
  { what: "one whose prompt says nothing", context: failedWith("PROMPT_NOT_PLANNABLE"), reason: null },
  {
    what: "one whose model did not answer",
    context: at({ state: "complete", modelFailed: true }),
    reason: "provider-errors",
  },
  {
    what: "one that was built without what the model wrote",
    context: at({ state: "complete", modelWork: "left-out" }),
    reason: "repair-failed",
  },
  {
    what: "one that was built without a task that the model wrote",
    context: at({ state: "complete", leftOut: ["t1"] }),
    reason: "repair-failed",
  },
  { what: "one whose repairs did not converge", context: escalatedBy("type"), reason: "repair-failed" },
  { what: "one whose builder was away", context: escalatedBy("network"), reason: "platform-error" },
  { what: "one that the review refused twice", context: failedWith("REVIEW_FAILED"), reason: "repair-failed" },
  { what: "one that failed by our fault", context: failedWith("SYSTEM_ERROR"), reason: "platform-error" },
])("$what is judged $reason", ({ context, reason }) => {
  expect(judgeCount(context)).toBe(reason);
});
