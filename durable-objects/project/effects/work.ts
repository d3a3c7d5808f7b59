// What the effect runner and the kinds of work agree on.
import type { Database } from "#db/client.ts";
import type { PlanEdit } from "#engine/prd/plan-edits.ts";
import type { Actor, EphemeralEnvelope } from "#protocol/envelope.ts";
import type { LogLevel, LogSource, ProjectEvents, ProjectEventType } from "#protocol/project-events.ts";
import type { Env } from "../../../workers/env.ts";
import type { KeyedChoice } from "../../../workers/models/read-model-choice.ts";
import type { KeySource } from "#db/vocabulary.ts";
import type { Budget } from "../agents/budget.ts";
import type { WorkspaceBudget } from "../agents/workspace-budget.ts";
import type { Commit } from "../loop.ts";
import type { ResultEvent } from "../machine/events.ts";
import type { AgentStore } from "../storage/agent-store.ts";
import type { EarlierRequest, EffectRow, GenerationRecord } from "../storage/loop-store.ts";

/** A result of work, before the runner adds the run it belongs to. */
export type WorkEvent = ResultEvent extends infer R ? (R extends ResultEvent ? Omit<R, "run"> : never) : never;

export interface WorkResult {
  event: WorkEvent;
  actor?: Actor;
  /** Runs in the transaction of the move: events here are neither lost nor doubled by a crash. */
  commit?: Commit;
}

export interface WorkContext {
  env: Env;
  db: Database;
  record: GenerationRecord;
  effect: EffectRow;
  /** What users asked in this project's completed generations, oldest first. */
  earlier: EarlierRequest[];
  /** What users changed in the plans of those, oldest first. */
  earlierPlanEdits: PlanEdit[];
  /** Aborted when the loop moves on without this work: cancelled, paused, project deleted. */
  signal: AbortSignal;
  /** Appends at once, unless the loop has moved on. A crash may repeat these. */
  emit<T extends ProjectEventType>(type: T, actor: Actor, data: ProjectEvents[T]): void;
  log(source: LogSource, level: LogLevel, text: string): void;
  /** To whoever listens now; not stored. */
  tell(type: EphemeralEnvelope["type"], actor: Actor, data: Record<string, unknown>): void;
  /** Which models may be asked, and with whose keys. */
  models(): Promise<KeyedChoice>;
  /** Conversations of agents, stored with every turn. */
  agents: AgentStore;
  /** The generation's money. */
  budget: Budget;
  /** The money of its workspace in this month. */
  workspaceBudget: WorkspaceBudget;
  /** Counts what a call cost, at once and for good. `lost`: its answer was not used. */
  spend(spent: Spent): void;
}

/** Tokens of the cache are part of the input tokens. */
export interface Spent {
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  costUsd: number;
  keySource: KeySource;
  lost: boolean;
}

/** Throws only when something outside failed (storage, network); the runner tries again with backoff. */
export type RunWork = (context: WorkContext) => Promise<WorkResult>;
