// What the loop remembers of one generation. Plain JSON: stored whole with every transition.
import type { GenerationMode } from "#protocol/project-events.ts";
import type { LoopState } from "#protocol/loop-state.ts";
import type { Diagnosis } from "#engine/heal/diagnosis.ts";
import type { PlanEdit } from "#engine/prd/plan-edits.ts";
import type { RepairAccount, RepairRound } from "#protocol/repair-account.ts";

export interface LoopContext {
  readonly mode: GenerationMode;
  readonly state: LoopState;
  /** Set while `state` is `paused`, and only then. */
  readonly pausedFrom: LoopState | null;
  /** Counts every start of work; a result that carries an older run comes from work that was stopped, and is ignored. */
  readonly run: number;
  /** Plans proposed so far. */
  readonly planRevision: number;
  /** Who made the newest plan: only a model's tasks are for the coder. */
  readonly plannedBy: "builtin" | "model";
  /** `mend`: the code is to be repaired, by what `healing.diagnosis` says. `left-out`: the scaffold stands alone. */
  readonly modelWork: "tasks" | "mend" | "left-out";
  /** The architect's questions before planning. `open`: they wait for the user; they are asked once. */
  readonly questions: "none" | "open" | "settled";
  /** What the user changed in proposed plans, oldest first; every later plan keeps it. Absent in old records, as are the next. */
  readonly planEdits?: readonly PlanEdit[];
  /** A model that was asked for could not be used, by no fault of the user's: another engine did its work, or nobody. */
  readonly modelFailed?: boolean;
  /** Ids of tasks whose work was left out, since the app did not build with it. */
  readonly leftOut?: readonly string[];
  /** Which files each task of the plan wrote, in the order in which they were done. */
  readonly wrote?: readonly TaskFiles[];
  /** Set when repairing was given up. */
  readonly account?: RepairAccount | null;
  /** What the user said when rejecting plans or previews, oldest first; every later plan honours all of it. */
  readonly feedback: readonly string[];
  /** Why the last review sent the code back; null when it did not. */
  readonly reviewSummary: string | null;
  /** Reviews that sent the code back. */
  readonly reviewRounds: number;
  /** Builds started. */
  readonly builds: number;
  readonly healing: HealingContext;
  readonly edits: EditsContext;
  /** A person's version is to be built as it is: nothing is planned or written. */
  readonly buildsVersion: boolean;
  readonly versionId: string | null;
  readonly previewUrl: string | null;
  readonly error: LoopError | null;
}

export interface TaskFiles {
  readonly taskId: string;
  /** At most a hundred. */
  readonly files: readonly string[];
}

export interface HealingContext {
  readonly attempts: number;
  readonly byCategory: Readonly<Record<string, number>>;
  /** What failed last and where; set while healing and until the next success. */
  readonly diagnosis: Diagnosis | null;
  readonly failedIn: "building" | "testing" | "deploying" | "production" | null;
  /** Signatures of the failures that a model was asked to mend, oldest first. */
  readonly mended: readonly string[];
  /** Failures and what was done about each, oldest first. */
  readonly rounds?: readonly RepairRound[];
  /** Factor on the memory and time limits of the next build; grows after resource failures. */
  readonly resourceScale: number;
  /** What installs from now on; npm when absent. */
  readonly packageManager?: "pnpm";
  /** Less is asked of builds from now on: nothing minified, one worker. */
  readonly simplified?: boolean;
}

/** What became of the edits that people made in the files of the version before. */
export interface EditsContext {
  /** `whole-files`: where merging line by line did not build, the user's files stand as they were. */
  readonly strategy: "lines" | "whole-files";
  /** Changed by a person and kept in the new version; at most ten are named. */
  readonly files: readonly string[];
  /** The other strategy would make another tree. */
  readonly canFallBack: boolean;
}

export interface LoopError {
  readonly code: string;
  readonly message: string;
}

/** The failed version is to be repaired by a model; what a review of the repair found is not this, but the coder's. */
export function isMending({ modelWork, versionId, healing, reviewSummary }: LoopContext): boolean {
  return modelWork === "mend" && versionId !== null && healing.diagnosis !== null && reviewSummary === null;
}

/** `versionId`: a person's version that is to be built. `problem`: one that runs, and what is wrong with it. */
export function newLoopContext(
  mode: GenerationMode,
  versionId: string | null = null,
  problem: Diagnosis | null = null,
): LoopContext {
  return {
    mode,
    state: "idle",
    pausedFrom: null,
    run: 0,
    planRevision: 0,
    plannedBy: "builtin",
    modelWork: "tasks",
    questions: "none",
    feedback: [],
    reviewSummary: null,
    reviewRounds: 0,
    builds: 0,
    healing: {
      attempts: 0,
      byCategory: {},
      diagnosis: problem,
      failedIn: problem && "deploying",
      mended: [],
      resourceScale: 1,
    },
    edits: { strategy: "lines", files: [], canFallBack: false },
    buildsVersion: versionId !== null,
    versionId,
    previewUrl: null,
    error: null,
  };
}
