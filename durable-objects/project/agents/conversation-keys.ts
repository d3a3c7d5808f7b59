// What a conversation is about, as its key: the same piece of work finds its turns and its outcome again.
import type { AgentId } from "#engine/agents/agent.ts";
import type { GenerationRecord } from "../storage/loop-store.ts";

type Of = Pick<GenerationRecord, "id" | "context">;

/** `round`: reviews of this plan's code before. */
export function reviewKey({ id, context }: Of, round = context.reviewRounds): string {
  return `${id}:reviewer:${context.planRevision}:${round}`;
}

/** `task`: its id in the plan, or that of a task of ours. */
export function taskKey({ id, context }: Of, agent: AgentId, task: string, round = context.reviewRounds): string {
  return `${id}:${agent}:${context.planRevision}:${round}:${task}`;
}

/** The task that brings code of an earlier version together with a changed plan. */
export const fitTask = "fit";

/** The task that a review sends the code back with. */
export const reviewTask = "review";
