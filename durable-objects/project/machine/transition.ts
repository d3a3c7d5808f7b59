// The loop as a pure function: transition(context, event) → next context, or the reason why not.
// The caller stores the context together with the effect of the new state (`workOf`) in one transaction and runs
// the effect afterwards. Stale results are not refusals: they change nothing.
import { isEndState, type LoopState } from "#protocol/loop-state.ts";
import type { PlanEdit } from "#engine/prd/plan-edits.ts";
import type { LoopContext } from "./context.ts";
import type { CommandEvent, LoopEvent, ResultEvent } from "./events.ts";
import { countRound } from "./count-round.ts";
import { loopLimits } from "./limits.ts";

type Healed = Extract<ResultEvent, { type: "healed" }>;

export type Transition =
  | { kind: "moved"; context: LoopContext; reason: string }
  | { kind: "ignored" }
  | { kind: "refused"; reason: string };

export type Work = "plan" | "code" | "review" | "build" | "test" | "heal" | "deploy" | "release";

const workByState: Readonly<Record<LoopState, Work | null>> = {
  idle: null,
  planning: "plan",
  awaiting_approval: null,
  coding: "code",
  reviewing: "review",
  building: "build",
  testing: "test",
  healing: "heal",
  deploying: "deploy",
  preview: null,
  production: "release",
  paused: null,
  complete: null,
  failed: null,
  escalated: null,
  cancelled: null,
};

/** What has to run while the loop is in `state`; null where it waits for a person or has ended. */
export function workOf(state: LoopState): Work | null {
  return workByState[state];
}

export function transition(context: LoopContext, event: LoopEvent): Transition {
  if (isEndState(context.state)) {
    return "run" in event ? { kind: "ignored" } : refused(`This generation has already ended (${context.state}).`);
  }
  return "run" in event ? applyResult(context, event) : applyCommand(context, event);
}

function applyCommand(context: LoopContext, event: CommandEvent): Transition {
  switch (event.type) {
    case "start":
      if (context.state !== "idle") return refused("This generation has already started.");
      if (context.healing.diagnosis !== null) return enter(context, "healing", context.healing.diagnosis.message);
      return context.buildsVersion
        ? enter(context, "reviewing", "A version made by hand is to be built.")
        : enter(context, "planning", "A prompt arrived.");
    case "cancel":
      return enter({ ...context, pausedFrom: null }, "cancelled", "Cancelled by the user.");
    case "pause":
      if (context.state === "paused") return refused("This generation is already paused.");
      return enter({ ...context, pausedFrom: context.state }, "paused", "Paused by the user.");
    case "resume":
      if (context.state !== "paused" || context.pausedFrom === null) return refused("This generation is not paused.");
      return enter({ ...context, pausedFrom: null }, context.pausedFrom, "Resumed by the user.");
    case "approve":
      if (event.edits && !showsPlan(context)) return refused("There is no plan to change now.");
      if (asksNow(context)) return answered(context, event.comment ?? null);
      if (context.state === "awaiting_approval") {
        const how = event.edits ? "The plan was approved with changes." : "The plan was approved.";
        return enter(withComment(withEdits(context, event.edits), event.comment), "coding", how);
      }
      if (context.state === "preview") return enter(context, "production", "The preview was approved.");
      return refused(`Nothing waits for approval while the generation is ${context.state}.`);
    case "reject":
      if (event.edits && !showsPlan(context)) return refused("There is no plan to change now.");
      return asksNow(context)
        ? answered(context, event.comment)
        : reject(withEdits(context, event.edits), event.comment);
    default:
      return event satisfies never;
  }
}

function reject(context: LoopContext, comment: string | null): Transition {
  if (context.state !== "awaiting_approval" && context.state !== "preview") {
    return refused(`Nothing waits for approval while the generation is ${context.state}.`);
  }
  if (context.buildsVersion) {
    const message = "The preview was rejected. The version stays in the list; change its files, or roll back.";
    return fail(context, "PREVIEW_REJECTED", message);
  }
  if (context.planRevision >= loopLimits.planRevisions) {
    const message = `The plan was rejected ${context.planRevision} times, the most the loop revises it. Start again with a prompt that says what was missing.`;
    return fail(context, "PLAN_REJECTED", message);
  }
  const next = comment === null ? context : { ...context, feedback: [...context.feedback, comment] };
  const what = context.state === "preview" ? "preview" : "plan";
  return enter(next, "planning", `The ${what} was rejected${comment ? " with a comment" : ""}.`);
}

function applyResult(context: LoopContext, event: ResultEvent): Transition {
  if (event.run !== context.run) return { kind: "ignored" };
  if (event.type === "refused") {
    return workOf(context.state) ? fail(context, event.error.code, event.error.message) : { kind: "ignored" };
  }
  switch (context.state) {
    case "planning":
      if (event.type === "asked" && context.mode === "supervised" && context.questions === "none")
        return enter({ ...context, questions: "open" }, "awaiting_approval", "The architect has questions.");
      if (event.type !== "planned") return { kind: "ignored" };
      return context.mode === "supervised"
        ? enter(planned(context, event), "awaiting_approval", "The plan waits for approval.")
        : enter(planned(context, event), "coding", "The plan was approved automatically.");
    case "coding":
      if (event.type !== "coded") return { kind: "ignored" };
      return enter(coded(context, event), "reviewing", "The code is written.");
    case "reviewing":
      return event.type === "reviewed" ? reviewed(context, event.blocking, event.summary) : { kind: "ignored" };
    case "building":
      if (event.type === "built") return enter(context, "testing", "The build is green.");
      return event.type === "broke" ? heal(context, "building", event) : { kind: "ignored" };
    case "testing":
      if (event.type === "tested") return enter(context, "deploying", "The tests pass.");
      return event.type === "broke" ? heal(context, "testing", event) : { kind: "ignored" };
    case "deploying":
      if (event.type === "deployed") return deployed(context, event.url);
      return event.type === "broke" ? heal(context, "deploying", event) : { kind: "ignored" };
    case "production":
      if (event.type === "released") return enter(context, "complete", released(event.withheld));
      return event.type === "broke" ? heal(context, "production", event) : { kind: "ignored" };
    case "healing":
      return event.type === "healed" ? healed(context, event) : { kind: "ignored" };
    case "idle":
    case "awaiting_approval":
    case "preview":
    case "paused":
    case "complete":
    case "failed":
    case "escalated":
    case "cancelled":
      return { kind: "ignored" };
    default:
      return context.state satisfies never;
  }
}

function asksNow(context: LoopContext): boolean {
  return context.state === "awaiting_approval" && context.questions === "open";
}

/** Whether a proposed plan waits for the user. */
function showsPlan(context: LoopContext): boolean {
  return context.state === "awaiting_approval" && !asksNow(context);
}

function withEdits(context: LoopContext, edits: readonly PlanEdit[] = []): LoopContext {
  return edits.length === 0 ? context : { ...context, planEdits: [...(context.planEdits ?? []), ...edits] };
}

/** What is said while approving is heard by whoever writes the code. */
function withComment(context: LoopContext, comment: string | null | undefined): LoopContext {
  return comment ? { ...context, feedback: [...context.feedback, comment] } : context;
}

/** `answers`: null when the architect is to decide by itself. */
function answered(context: LoopContext, answers: string | null): Transition {
  const feedback = answers === null ? context.feedback : [...context.feedback, answers];
  const reason = answers === null ? "The architect decides its questions itself." : "The questions were answered.";
  return enter({ ...context, questions: "settled", feedback }, "planning", reason);
}

function planned(
  context: LoopContext,
  { by, modelFailed = false }: Extract<ResultEvent, { type: "planned" }>,
): LoopContext {
  // A revision that a model made is a model's plan, whoever made the one before.
  const fresh = { modelWork: "tasks", leftOut: [], wrote: [] } as const;
  return { ...context, ...fresh, planRevision: context.planRevision + 1, plannedBy: by, modelFailed };
}

function coded(context: LoopContext, event: Extract<ResultEvent, { type: "coded" }>): LoopContext {
  const { versionId, edits, modelFailed = false, wrote = context.wrote ?? [] } = event;
  const lost = context.modelFailed === true || modelFailed;
  return { ...context, versionId, modelFailed: lost, wrote, edits: { ...context.edits, ...edits } };
}

function reviewed(context: LoopContext, blocking: number, summary: string): Transition {
  if (blocking === 0)
    return enter({ ...context, reviewSummary: null }, "building", "The review found nothing that blocks.");
  if (context.buildsVersion || context.reviewRounds >= loopLimits.reviewRounds)
    return fail(context, "REVIEW_FAILED", summary);
  const next = { ...context, reviewRounds: context.reviewRounds + 1, reviewSummary: summary };
  return enter(next, "coding", `The review sent the code back: ${blocking} blocking.`);
}

function deployed(context: LoopContext, url: string): Transition {
  const healing = { ...context.healing, diagnosis: null, failedIn: null };
  const next = { ...context, previewUrl: url, healing };
  return context.mode === "supervised"
    ? enter(next, "preview", "The preview answers and waits for approval.")
    : enter(next, "production", "The preview answers and was approved automatically.");
}

function released(withheld: string | undefined): string {
  return withheld === undefined
    ? "The approved version is live."
    : `The preview shows the approved version; production stays as it is. ${withheld}`;
}

function heal(
  context: LoopContext,
  failedIn: NonNullable<LoopContext["healing"]["failedIn"]>,
  event: Extract<ResultEvent, { type: "broke" }>,
): Transition {
  const healing = { ...context.healing, diagnosis: event.diagnosis, failedIn };
  return enter({ ...context, healing }, "healing", event.diagnosis.message);
}

function healed(context: LoopContext, { remedy, account, spentUsd = 0 }: Healed): Transition {
  const { failedIn, diagnosis } = context.healing;
  if (remedy.kind === "give-up" || failedIn === null || diagnosis === null) {
    const error = { code: "HEALING_EXHAUSTED", message: remedy.explanation };
    return enter({ ...context, error, account: account ?? null }, "escalated", remedy.explanation);
  }
  const healing = countRound(context, diagnosis, remedy, spentUsd);
  const settled = { ...healing, diagnosis: null };
  const go = (next: Partial<LoopContext>, state: LoopState) =>
    enter({ ...context, healing, ...next }, state, remedy.explanation);
  switch (remedy.kind) {
    case "retry":
      return go({}, failedIn);
    case "apply-repairs":
    case "regenerate-lockfile":
      return go({ versionId: remedy.versionId, healing: settled }, "building");
    case "simplified-build":
      return remedy.versionId === null
        ? go({ healing: { ...settled, simplified: true } }, failedIn)
        : go({ versionId: remedy.versionId, healing: { ...settled, simplified: true } }, "building");
    case "other-package-manager":
      return go({ healing: { ...settled, packageManager: "pnpm" } }, failedIn);
    case "more-resources":
      return go({ healing: { ...settled, resourceScale: remedy.resourceScale } }, failedIn);
    case "mend-code":
      // The fixer reads the diagnosis.
      return go(
        { modelWork: "mend", healing: { ...healing, mended: [...healing.mended, diagnosis.signature] } },
        "coding",
      );
    case "without-tasks":
      return go(
        { modelWork: "tasks", leftOut: [...(context.leftOut ?? []), ...remedy.tasks], healing: settled },
        "coding",
      );
    case "scaffold-only":
      return go({ modelWork: "left-out", healing: settled }, "coding");
    case "keep-edits-whole":
      return go({ edits: { ...context.edits, strategy: "whole-files" }, healing: settled }, "coding");
    default:
      return remedy satisfies never;
  }
}

function enter(context: LoopContext, state: LoopState, reason: string): Transition {
  const builds = state === "building" ? context.builds + 1 : context.builds;
  return { kind: "moved", context: { ...context, state, builds, run: context.run + 1 }, reason };
}

function fail(context: LoopContext, code: string, message: string): Transition {
  return enter({ ...context, error: { code, message } }, "failed", message);
}

function refused(reason: string): Transition {
  return { kind: "refused", reason };
}
