// The model's part of a review: what was written on top of the generated tree.
import { chooseRoutes } from "#engine/agents/choose-routes.ts";
import { describeChange } from "#engine/agents/reviewer/describe-change.ts";
import {
  type EarlierReview,
  type ReviewerEnd,
  type ReviewerInput,
  reviewerRequest,
  reviewerSystem,
  runReviewer,
} from "#engine/agents/reviewer/run-reviewer.ts";
import type { CoderEnd } from "#engine/agents/coder/run-coder.ts";
import { isBlocking, type ReviewFinding } from "#engine/review/review.ts";
import type { ProviderId } from "#engine/llm/provider.ts";
import type { WorkContext } from "../effects/work.ts";
import { openSession } from "./agent-session.ts";
import { reviewKey, reviewTask, taskKey } from "./conversation-keys.ts";
import { changesOf, type GenerationChange } from "./read-change.ts";

/** No findings where no model wrote anything, or where none answers. */
export async function reviewChange(work: WorkContext, change: GenerationChange): Promise<readonly ReviewFinding[]> {
  const { record, signal, log } = work;
  const { prd, context, input: asked } = record;
  if (context.plannedBy !== "model" || asked.provider === null || asked.provider === "builtin" || !prd) return [];
  const changes = changesOf(change);
  if (changes.size === 0) return [];
  const input: ReviewerInput = {
    prd,
    request: [asked.prompt, ...context.feedback].join("\n\n"),
    selection: asked.selection ?? null,
    tasks: prd.tasks,
    change: describeChange(change.before, changes),
    tree: change.tree,
    earlier: earlierReviews(work),
  };
  const session = await openSession(work, {
    agent: "reviewer",
    key: reviewKey(record),
    task: "Review the change",
    type: "review",
    opening: {
      system: reviewerSystem()
        .map((part) => part.text)
        .join("\n\n"),
      request: reviewerRequest(input),
    },
  });
  const routes = chooseRoutes(await work.models(), "reviewer", asked.provider as ProviderId);
  const end = await session.drive(runReviewer(input, routes, session.stored.turns, session.context));
  signal.throwIfAborted();
  if (end.kind === "reviewed") return end.findings;
  log("reviewer", "warn", `No model reviewed the change (${end.message}) The static review stands alone.`);
  return [];
}

/** What sent this change back, and what the coder answered. */
function earlierReviews({ agents, record }: WorkContext): EarlierReview[] {
  return Array.from({ length: record.context.reviewRounds }, (_, round) => {
    const review = agents.outcome(reviewKey(record, round)) as ReviewerEnd | null;
    const coder = agents.outcome(taskKey(record, "coder", reviewTask, round + 1)) as CoderEnd | null;
    const findings = review?.kind === "reviewed" ? review.findings.filter(isBlocking) : [];
    if (findings.length === 0) return [];
    const said = coder === null ? "None." : coder.kind === "done" ? coder.summary : `Not done: ${reasonOf(coder)}`;
    return [{ findings, answer: said }];
  }).flat();
}

const reasonOf = (end: Exclude<CoderEnd, { kind: "done" }>): string =>
  end.kind === "failed" ? end.message : end.reason;
