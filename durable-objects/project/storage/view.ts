// The API's view of a generation, from what the machine and the meters know.
import { isEndState } from "#protocol/loop-state.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import type { LoopContext } from "../machine/context.ts";
import { judgeCount } from "../machine/judge-count.ts";
import type { StartGeneration } from "../rpc.ts";

export function newView(id: string, input: StartGeneration, context: LoopContext, now: Date): GenerationView {
  return {
    id,
    projectId: input.projectId,
    prompt: input.prompt,
    attachments: (input.attachments ?? []).map(({ id, name, kind, size }) => ({ id, name, kind, size })),
    selection: input.selection ?? null,
    mode: input.mode,
    provider: input.provider ?? "builtin",
    status: context.state,
    pausedFrom: null,
    versionId: null,
    previewUrl: null,
    attempts: 0,
    inputTokens: 0,
    outputTokens: 0,
    cachedTokens: 0,
    costUsd: 0,
    lostUsd: 0,
    budgetUsd: input.budgetUsd,
    notCounted: null,
    startedAt: now.toISOString(),
    endedAt: null,
    createdBy: input.actorId,
  };
}

export function updateView(view: GenerationView, context: LoopContext, now: Date): GenerationView {
  return {
    ...view,
    status: context.state,
    pausedFrom: context.pausedFrom,
    versionId: context.versionId,
    previewUrl: context.previewUrl,
    attempts: context.healing.attempts,
    notCounted: judgeCount(context),
    ...(context.error ? { error: { ...context.error } } : {}),
    endedAt: isEndState(context.state) ? (view.endedAt ?? now.toISOString()) : null,
  };
}
