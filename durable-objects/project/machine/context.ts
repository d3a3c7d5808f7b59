// What the loop remembers of one generation. Plain JSON: stored whole with every transition.
import type { GenerationMode } from "#protocol/project-events.ts";
import type { LoopState } from "#protocol/loop-state.ts";
import type { Diagnosis } from "#engine/heal/diagnosis.ts";

export interface LoopContext {
  readonly mode: GenerationMode;
  readonly state: LoopState;
  /** Set while `state` is `paused`, and only then. */
  readonly pausedFrom: LoopState | null;
  /** Counts every start of work; a result that carries an older run comes from work that was stopped, and is ignored. */
  readonly run: number;
  /** Plans proposed so far. */
  readonly planRevision: number;
  /** What the user said when rejecting plans or previews, oldest first; every later plan honours all of it. */
  readonly feedback: readonly string[];
  /** Why the last review sent the code back; null when it did not. */
  readonly reviewSummary: string | null;
  /** Reviews that sent the code back. */
  readonly reviewRounds: number;
  /** Builds started. */
  readonly builds: number;
  readonly healing: HealingContext;
  readonly versionId: string | null;
  readonly previewUrl: string | null;
  readonly error: LoopError | null;
}

export interface HealingContext {
  readonly attempts: number;
  readonly byCategory: Readonly<Record<string, number>>;
  /** What failed last and where; set while healing and until the next success. */
  readonly diagnosis: Diagnosis | null;
  readonly failedIn: "building" | "testing" | "deploying" | "production" | null;
  /** Factor on the memory and time limits of the next build; grows after resource failures. */
  readonly resourceScale: number;
}

export interface LoopError {
  readonly code: string;
  readonly message: string;
}

export function newLoopContext(mode: GenerationMode): LoopContext {
  return {
    mode,
    state: "idle",
    pausedFrom: null,
    run: 0,
    planRevision: 0,
    feedback: [],
    reviewSummary: null,
    reviewRounds: 0,
    builds: 0,
    healing: { attempts: 0, byCategory: {}, diagnosis: null, failedIn: null, resourceScale: 1 },
    versionId: null,
    previewUrl: null,
    error: null,
  };
}
