// What a project page knows, folded from the snapshot and the event log.
import type { Envelope } from "#protocol/envelope.ts";
import type { GenerationView, ProjectEventType } from "#protocol/project-events.ts";
import type { LoopStep } from "#protocol/project-snapshot.ts";
import type { Prd } from "#engine/prd/schema.ts";
import type { ConsoleLine } from "./console-lines.ts";
import { type KeptList, emptyList } from "./kept-list.ts";

/** Events that the conversation shows; the rest only changes state or writes to the console. */
export type TimelineType = Exclude<
  ProjectEventType,
  "log.appended" | "usage.updated" | "agent.answered" | "generation.updated" | "build.started"
>;
export type TimelineEvent = { [K in TimelineType]: Envelope<K> }[TimelineType];

export interface ProjectView {
  /** Everything up to here is in the state fields; the next live event is `seq + 1`. */
  seq: number;
  /** The snapshot's seq: events up to here are already in its state, they only fill conversation and console. */
  baseSeq: number;
  /** Contiguous end of what conversation and console hold. */
  historySeq: number;
  /** Where history begins, when the log is trimmed or too long to load whole. 0: everything is here. */
  historyStart: number;
  /** An event was missing: nothing more is folded until a new snapshot arrives. */
  gap: boolean;

  generation: GenerationView | null;
  prd: Prd | null;
  planRevision: number;
  steps: LoopStep[];
  versionId: string | null;
  versionNumber: number | null;
  previewUrl: string | null;
  /** Counts `preview.ready`, so that the same URL with a new version is noticed. */
  previewRevision: number;

  /** Counts `quality.reported`. */
  qualityRevision: number;
  /** Counts `agent.answered`: the transcripts have grown. */
  agentRevision: number;
  /** Counts `problem.updated`. */
  problemRevision: number;
  /** Rises with every step of a deployment. */
  deploymentRevision: number;

  timeline: TimelineEvent[];
  /** What models answered to agents; their words stand in the transcripts. */
  answers: Envelope<"agent.answered">[];
  /** The newest `mostLines` at least. */
  console: KeptList<ConsoleLine>;
  /** Lines of level "error" so far. */
  consoleErrors: number;
}

export const emptyView: ProjectView = {
  seq: 0,
  baseSeq: 0,
  historySeq: 0,
  historyStart: 0,
  gap: false,
  generation: null,
  prd: null,
  planRevision: 0,
  steps: [],
  versionId: null,
  versionNumber: null,
  previewUrl: null,
  previewRevision: 0,
  qualityRevision: 0,
  agentRevision: 0,
  problemRevision: 0,
  deploymentRevision: 0,
  timeline: [],
  answers: [],
  console: emptyList(),
  consoleErrors: 0,
};
