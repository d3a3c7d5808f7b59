// What a fresh client needs to draw a project, before it resumes the socket from `seq`.
import type { Prd } from "#engine/prd/schema.ts";
import type { LoopState } from "./loop-state.ts";
import type { GenerationView } from "./project-events.ts";

/** One line of the progress display. Durations in ms; `endedAt` null: this is where the loop is. */
export interface LoopStep {
  state: LoopState;
  startedAt: string;
  endedAt: string | null;
  durationMs: number | null;
}

/** The answer of GET /projects/:id/snapshot. */
export interface ProjectSnapshot {
  seq: number;
  generation: GenerationView | null;
  prd: Prd | null;
  steps: LoopStep[];
  versionId: string | null;
  previewUrl: string | null;
}
