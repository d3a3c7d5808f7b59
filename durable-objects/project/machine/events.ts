// Everything that can happen to a loop. Results of work carry the `run` they belong to.
import type { Diagnosis, Remedy } from "#engine/heal/diagnosis.ts";
import type { LoopContext, EditsContext, LoopError } from "./context.ts";

export type LoopEvent = CommandEvent | ResultEvent;

export type CommandEvent =
  | { type: "start" }
  | { type: "approve" }
  | { type: "reject"; comment: string | null }
  | { type: "pause" }
  | { type: "resume" }
  | { type: "cancel" };

export type ResultEvent = { run: number } &
  /** The architect needs to know something first. */
  (
    | { type: "asked" }
    | { type: "planned"; by: LoopContext["plannedBy"] }
    | { type: "coded"; versionId: string; edits: Pick<EditsContext, "files" | "canFallBack"> }
    | { type: "reviewed"; blocking: number; summary: string }
    | { type: "built" }
    | { type: "tested" }
    | { type: "deployed"; url: string }
    | { type: "released" }
    | { type: "healed"; remedy: Remedy }
    /** The thing built is at fault, or what it ran on: healing decides. */
    | { type: "broke"; diagnosis: Diagnosis }
    /** No repair applies (a prompt that cannot be planned, a stack that does not exist): the generation fails. */
    | { type: "refused"; error: LoopError }
  );
