// Everything that can happen to a loop. Results of work carry the `run` they belong to.
import type { Diagnosis, Remedy } from "#engine/heal/diagnosis.ts";
import type { PlanEdit } from "#engine/prd/plan-edits.ts";
import type { RepairAccount } from "#protocol/repair-account.ts";
import type { EditsContext, LoopContext, LoopError, TaskFiles } from "./context.ts";

export type LoopEvent = CommandEvent | ResultEvent;

export type CommandEvent =
  | { type: "start" }
  /** `edits`: what the user changed in the plan. */
  | { type: "approve"; comment?: string | null; edits?: readonly PlanEdit[] }
  | { type: "reject"; comment: string | null; edits?: readonly PlanEdit[] }
  | { type: "pause" }
  | { type: "resume" }
  | { type: "cancel" };

export type ResultEvent = { run: number } &
  /** The architect needs to know something first. */
  (
    | { type: "asked" }
    /** `modelFailed`: a model was to do it, and could not, by no fault of the user's. */
    | { type: "planned"; by: LoopContext["plannedBy"]; modelFailed?: boolean }
    | {
        type: "coded";
        versionId: string;
        modelFailed?: boolean;
        edits: Pick<EditsContext, "files" | "canFallBack">;
        /** When tasks of the plan were written. */
        wrote?: readonly TaskFiles[];
      }
    | { type: "reviewed"; blocking: number; summary: string }
    | { type: "built" }
    | { type: "tested" }
    | { type: "deployed"; url: string }
    /** `withheld`: why the place that production is deployed to did not take it, by no fault of the app's. */
    | { type: "released"; withheld?: string }
    /** `spentUsd`: by the generation so far. `account`: when it gives up. */
    | { type: "healed"; remedy: Remedy; spentUsd?: number; account?: RepairAccount }
    /** The thing built is at fault, or what it ran on: healing decides. */
    | { type: "broke"; diagnosis: Diagnosis }
    /** No repair applies (a prompt that cannot be planned, a stack that does not exist): the generation fails. */
    | { type: "refused"; error: LoopError }
  );
