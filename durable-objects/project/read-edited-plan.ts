// A proposed plan that its user changed: what it comes to, and by which steps.
import { findPlanProblem } from "#engine/prd/find-plan-problem.ts";
import { applyPlanEdits, findPlanEdits, type PlanEdit } from "#engine/prd/plan-edits.ts";
import type { Prd } from "#engine/prd/schema.ts";
import type { Outcome } from "./rpc.ts";

export function readEditedPlan(proposed: Prd, edited: Prd): Outcome<{ prd: Prd; edits: PlanEdit[] }> {
  const edits = findPlanEdits(proposed, edited);
  const prd = applyPlanEdits(proposed, edits);
  const problem = findPlanProblem(prd);
  if (problem !== null) return { ok: false, code: "VALIDATION_ERROR", message: problem };
  return { ok: true, value: { prd, edits } };
}
