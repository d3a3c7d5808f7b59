// The model's part of a review: what was written on top of the generated tree.
import { chooseRoutes } from "#engine/agents/choose-routes.ts";
import { describeChange } from "#engine/agents/reviewer/describe-change.ts";
import {
  type ReviewerInput,
  reviewerRequest,
  reviewerSystem,
  runReviewer,
} from "#engine/agents/reviewer/run-reviewer.ts";
import type { ReviewFinding } from "#engine/review/review.ts";
import type { ProviderId } from "#engine/llm/provider.ts";
import type { WorkContext } from "../effects/work.ts";
import { openSession } from "./agent-session.ts";

/** `before`: as the generator wrote it. No findings where no model wrote anything, or where none answers. */
export async function reviewChange(
  work: WorkContext,
  before: ReadonlyMap<string, string>,
  tree: ReadonlyMap<string, string>,
): Promise<readonly ReviewFinding[]> {
  const { record, signal, log } = work;
  const { prd, context, input: asked } = record;
  if (context.plannedBy !== "model" || asked.provider === null || asked.provider === "builtin" || !prd) return [];
  const changes = new Map<string, string | null>();
  for (const [path, text] of tree) if (before.get(path) !== text) changes.set(path, text);
  for (const path of before.keys()) if (!tree.has(path)) changes.set(path, null);
  if (changes.size === 0) return [];
  const input: ReviewerInput = { prd, tasks: prd.tasks, change: describeChange(before, changes), tree };
  const session = await openSession(work, {
    agent: "reviewer",
    key: `${record.id}:reviewer:${context.planRevision}:${context.reviewRounds}`,
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
