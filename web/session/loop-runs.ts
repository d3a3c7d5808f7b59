// The loop as it went, step by step: what each visit of a state took, who worked in it, what was decided and made. Pure;
// derived from the log, where everything that belongs to a step stands before the transition that leaves it.
import type { Envelope } from "#protocol/envelope.ts";
import { type LoopState, isEndState } from "#protocol/loop-state.ts";
import type { ProjectEvents } from "#protocol/project-events.ts";
import type { TimelineEvent } from "./project-view.ts";

export interface AgentShare {
  agent: ProjectEvents["agent.answered"]["agent"];
  answers: number;
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
  /** As they answered. */
  models: string[];
}

export interface RunStep {
  /** `seq` of the transition that began it: what it logged stands after it. */
  seq: number;
  state: LoopState;
  /** Why the loop came here. */
  reason: string;
  startedAt: string;
  /** Null while it is open. */
  endedAt: string | null;
  agents: AgentShare[];
  decisions: ProjectEvents["decision.recorded"][];
  files: number;
  versions: ProjectEvents["version.created"][];
  /** What repairs did, in words. */
  repairs: string[];
  findings: number;
}

export interface LoopRun {
  generationId: string;
  prompt: string;
  startedAt: string;
  steps: RunStep[];
  /** The state it ended in; null while it goes on. */
  end: LoopState | null;
}

/** The newest run first. A run whose beginning is no longer in the log is left out. */
export function loopRuns(
  timeline: readonly TimelineEvent[],
  answers: readonly Envelope<"agent.answered">[],
): LoopRun[] {
  const runs = new Map<string, LoopRun>();
  const events = merge(timeline, answers);
  for (const event of events) {
    if (event.type === "generation.created") {
      const { id, prompt } = event.data.generation;
      runs.set(id, { generationId: id, prompt, startedAt: event.ts, steps: [], end: null });
      continue;
    }
    const generationId = "generationId" in event.data ? event.data.generationId : null;
    // A version says not whose it is; it is made by the run that goes on.
    const run =
      event.type === "version.created"
        ? [...runs.values()].findLast(({ end }) => end === null)
        : runs.get(generationId ?? "");
    if (run !== undefined) foldInto(run, event);
  }
  return [...runs.values()].toReversed();
}

export interface RunSum {
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
}

export function sumOf(agents: readonly AgentShare[]): RunSum {
  const sum = { inputTokens: 0, outputTokens: 0, costUsd: 0 };
  for (const { inputTokens, outputTokens, costUsd } of agents) {
    sum.inputTokens += inputTokens;
    sum.outputTokens += outputTokens;
    sum.costUsd += costUsd;
  }
  return sum;
}

type RunEvent = TimelineEvent | Envelope<"agent.answered">;

function foldInto(run: LoopRun, event: RunEvent): void {
  const step = run.steps.at(-1);
  switch (event.type) {
    case "loop.transition": {
      const { to, reason } = event.data;
      if (step !== undefined && step.endedAt === null) step.endedAt = event.ts;
      if (isEndState(to)) run.end = to;
      else run.steps.push(openStep(event.seq, to, reason, event.ts));
      return;
    }
    case "agent.answered":
      if (step !== undefined) count(step, event.data);
      return;
    case "decision.recorded":
      step?.decisions.push(event.data);
      return;
    case "file.changed":
      if (step !== undefined) step.files += 1;
      return;
    case "version.created":
      step?.versions.push(event.data);
      return;
    case "heal.attempted":
      if (event.data.explanation !== undefined) step?.repairs.push(event.data.explanation);
      return;
    case "review.completed":
      if (step !== undefined) step.findings += event.data.findings.length;
      return;
    default:
  }
}

function openStep(seq: number, state: LoopState, reason: string, startedAt: string): RunStep {
  return {
    seq,
    state,
    reason,
    startedAt,
    endedAt: null,
    agents: [],
    decisions: [],
    files: 0,
    versions: [],
    repairs: [],
    findings: 0,
  };
}

function count(step: RunStep, answer: ProjectEvents["agent.answered"]): void {
  let share = step.agents.find(({ agent }) => agent === answer.agent);
  if (share === undefined) {
    share = { agent: answer.agent, answers: 0, inputTokens: 0, outputTokens: 0, costUsd: 0, models: [] };
    step.agents.push(share);
  }
  share.answers += 1;
  share.inputTokens += answer.inputTokens;
  share.outputTokens += answer.outputTokens;
  share.costUsd += answer.costUsd;
  if (!share.models.includes(answer.model)) share.models.push(answer.model);
}

/** Both ascend by seq. */
function merge(timeline: readonly TimelineEvent[], answers: readonly Envelope<"agent.answered">[]): RunEvent[] {
  if (answers.length === 0) return [...timeline];
  return [...timeline, ...answers].toSorted((a, b) => a.seq - b.seq);
}
