// The only place where server events become state. Pure: same view and same events, same view.
//
// Order: an event is folded when its seq is the next one. A smaller one is a duplicate and ignored; a larger one means
// that something is missing, so the view says `gap` and folds nothing more until a snapshot arrives. Events up to the
// snapshot's seq are history: they fill conversation and console and leave the state alone.
import type { Envelope } from "#protocol/envelope.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import type { LoopStep, ProjectSnapshot } from "#protocol/project-snapshot.ts";
import { type ConsoleLine, toLines } from "./console-lines.ts";
import { appendAll } from "./kept-list.ts";
import { type ProjectView, type TimelineEvent, emptyView } from "./project-view.ts";

export type ProjectAction =
  /** `historyStart`: the first seq of history that will be asked for, less one. */
  | { kind: "snapshot"; snapshot: ProjectSnapshot; historyStart: number }
  | { kind: "events"; events: readonly Envelope[] }
  /** The answer of a REST command; only used while no socket brings the event. */
  | { kind: "generation"; generation: GenerationView };

/** Of the console, kept in memory; export reads the log itself. */
const mostLines = 100_000;

export function projectReducer(view: ProjectView, action: ProjectAction): ProjectView {
  switch (action.kind) {
    case "snapshot":
      return fromSnapshot(view, action.snapshot, action.historyStart);
    case "events":
      return foldAll(view, action.events);
    case "generation":
      return adopt(view, action.generation);
    default:
      return action satisfies never;
  }
}

/** Where to resume the socket: after the last event that conversation, console and state all hold. */
export function resumePoint(view: ProjectView): number {
  return Math.min(view.seq, view.historySeq);
}

function fromSnapshot(view: ProjectView, snapshot: ProjectSnapshot, historyStart: number): ProjectView {
  // What was read before stays when the new history joins it; else it would have a hole, so it starts again.
  const joins = view.historySeq > 0 && historyStart <= view.historySeq;
  const kept = joins
    ? view
    : {
        ...emptyView,
        previewRevision: view.previewRevision,
        qualityRevision: view.qualityRevision,
        agentRevision: view.agentRevision,
        problemRevision: view.problemRevision,
        deploymentRevision: view.deploymentRevision,
        historySeq: historyStart,
        historyStart,
      };
  return {
    ...kept,
    seq: snapshot.seq,
    baseSeq: snapshot.seq,
    gap: false,
    generation: snapshot.generation,
    prd: snapshot.prd,
    steps: snapshot.steps,
    versionId: snapshot.versionId,
    previewUrl: snapshot.previewUrl,
  };
}

function foldAll(view: ProjectView, events: readonly Envelope[]): ProjectView {
  if (view.gap) return view;
  let next = view;
  const timeline: TimelineEvent[] = [];
  const lines: ConsoleLine[] = [];
  const answers: Envelope<"agent.answered">[] = [];
  let { historySeq } = view;
  for (const event of events) {
    if (event.seq <= historySeq) continue;
    if (event.seq > historySeq + 1) {
      next = { ...next, gap: true };
      break;
    }
    historySeq = event.seq;
    if (event.seq > next.seq) next = { ...foldState(next, event), seq: event.seq };
    if (event.type === "log.appended") lines.push(...toLines(event));
    else if (event.type === "agent.answered") answers.push(event);
    else if (isTimelineEvent(event)) timeline.push(event);
    if (event.type === "version.created") next = { ...next, versionNumber: event.data.number };
  }
  if (historySeq === view.historySeq) return next;
  return {
    ...next,
    historySeq,
    timeline: timeline.length === 0 ? view.timeline : [...view.timeline, ...timeline],
    answers: answers.length === 0 ? view.answers : [...view.answers, ...answers],
    console: appendAll(view.console, lines, mostLines),
    consoleErrors: view.consoleErrors + lines.filter(({ level }) => level === "error").length,
  };
}

function foldState(view: ProjectView, event: Envelope): ProjectView {
  switch (event.type) {
    case "generation.created":
      return { ...view, generation: event.data.generation, steps: [] };
    case "generation.updated":
    case "generation.completed":
    case "generation.failed":
    case "generation.escalated":
    case "generation.cancelled":
      return adopt(view, event.data.generation);
    case "loop.transition": {
      const { generationId, from, to } = event.data;
      if (view.generation?.id !== generationId) return view;
      const generation: GenerationView = { ...view.generation, status: to, pausedFrom: to === "paused" ? from : null };
      return { ...view, generation, steps: enterStep(view.steps, to, event.ts) };
    }
    case "plan.proposed":
      return { ...view, prd: event.data.prd, planRevision: event.data.revision };
    case "plan.edited":
      return { ...view, prd: event.data.prd };
    case "version.created":
      return { ...view, versionId: event.data.versionId };
    case "preview.ready":
      return { ...view, previewUrl: event.data.url, previewRevision: view.previewRevision + 1 };
    case "quality.reported":
      return { ...view, qualityRevision: view.qualityRevision + 1 };
    case "problem.updated":
      return { ...view, problemRevision: view.problemRevision + 1 };
    case "deployment.updated":
      return { ...view, deploymentRevision: view.deploymentRevision + 1 };
    case "agent.answered":
      return { ...view, agentRevision: view.agentRevision + 1 };
    case "usage.updated": {
      const { generationId, ...usage } = event.data;
      if (view.generation?.id !== generationId) return view;
      return { ...view, generation: { ...view.generation, ...usage } };
    }
    default:
      return view;
  }
}

/** A late event of an earlier generation must not replace the current one. */
function adopt(view: ProjectView, generation: GenerationView): ProjectView {
  const current = view.generation;
  if (current !== null && current.id !== generation.id && generation.startedAt < current.startedAt) return view;
  return { ...view, generation, steps: current === null || current.id === generation.id ? view.steps : [] };
}

function enterStep(steps: LoopStep[], state: LoopStep["state"], ts: string): LoopStep[] {
  const closed = steps.map((step) =>
    step.endedAt === null
      ? { ...step, endedAt: ts, durationMs: Math.max(0, Date.parse(ts) - Date.parse(step.startedAt)) }
      : step,
  );
  return [...closed, { state, startedAt: ts, endedAt: null, durationMs: null }];
}

function isTimelineEvent(event: Envelope): event is TimelineEvent {
  return (
    event.type !== "log.appended" &&
    event.type !== "agent.answered" &&
    event.type !== "usage.updated" &&
    event.type !== "generation.updated" &&
    event.type !== "build.started"
  );
}
