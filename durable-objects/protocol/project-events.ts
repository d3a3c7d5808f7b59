// Every stored event of a project's log: type → data. Types are dotted `noun.verb`.
import type { KeptReason } from "#engine/merge/kept.ts";
import type { Prd } from "#engine/prd/schema.ts";
import type { AppProblem } from "./app-problem.ts";
import type { Attachment, Selection } from "./attachments.ts";
import type { CheckKind, CheckStatus, EndedCheckStatus } from "./checks.ts";
import type { DeploymentEnvironment, DeploymentStatus, DeploymentTrigger, PushStatus } from "./deployments.ts";
import type { LoopState } from "./loop-state.ts";
import type { NotCountedReason } from "./not-counted.ts";
import type { RepairAccount, TriedRemedy } from "./repair-account.ts";

export type LogLevel = "debug" | "info" | "warn" | "error";
/** Which part of the system a log line comes from. */
export type LogSource =
  | "loop"
  | "architect"
  | "coder"
  | "reviewer"
  | "fixer"
  | "install"
  | "types"
  | "lint"
  | "build"
  | "test"
  | "browser"
  | "audit"
  | "deploy"
  | "preview";

export type GenerationMode = "auto" | "supervised";

/** A generation as the API returns it. Money in US dollars, times ISO 8601 UTC. */
export interface GenerationView {
  id: string;
  projectId: string;
  prompt: string;
  /** Files that came with the prompt. */
  attachments: Attachment[];
  /** What the user pointed at in the preview. */
  selection: Selection | null;
  mode: GenerationMode;
  provider: string;
  status: LoopState;
  /** Where a paused generation will go on. */
  pausedFrom: LoopState | null;
  versionId: string | null;
  previewUrl: string | null;
  attempts: number;
  inputTokens: number;
  outputTokens: number;
  /** Of `inputTokens`, read from a provider's cache. */
  cachedTokens: number;
  costUsd: number;
  /** Of `costUsd`, for answers that could not be used: not counted against a plan's quota. */
  lostUsd: number;
  budgetUsd: number | null;
  /** Why it does not count against the plan's quota; null: it counts. Known when it has ended. */
  notCounted: NotCountedReason | null;
  error?: { code: string; message: string };
  startedAt: string;
  endedAt: string | null;
  createdBy: string;
}

export type FindingSeverity = "critical" | "high" | "medium" | "low" | "info";
export interface Finding {
  rule: string;
  severity: FindingSeverity;
  path: string;
  line: number | null;
  message: string;
  fix: string | null;
}

export interface FileChange {
  path: string;
  action: "added" | "modified" | "deleted";
  size: number;
}

export interface ProjectEvents {
  "generation.created": { generation: GenerationView };
  "generation.updated": { generation: GenerationView };
  "generation.completed": { generation: GenerationView };
  "generation.failed": { generation: GenerationView };
  /** `account`: what was tried. */
  "generation.escalated": { generation: GenerationView; account?: RepairAccount };
  "generation.cancelled": { generation: GenerationView };
  /** What its user made of an escalated generation. `followedBy`: the generation that a retry started. */
  "handover.settled": {
    generationId: string;
    status: "retried" | "rolled-back" | "dismissed";
    followedBy: string | null;
  };
  "loop.transition": { generationId: string; from: LoopState; to: LoopState; reason: string };
  "plan.proposed": { generationId: string; prd: Prd; revision: number };
  /** Asked before planning, where the answer would change the data model. Answered by `reject` with a comment; `approve` leaves it to the architect. */
  "plan.questioned": { generationId: string; questions: { question: string; choices: string[] }[] };
  /** The user changed the proposed plan, with `approve` or with `reject`; `changes` are lines for people. */
  "plan.edited": { generationId: string; prd: Prd; changes: string[] };
  "plan.approved": { generationId: string };
  "plan.rejected": { generationId: string; comment: string | null };
  "decision.recorded": {
    generationId: string;
    question: string;
    choice: string;
    reason: string;
    /** What else was considered. */
    alternatives?: string[] | undefined;
  };
  "file.changed": FileChange & { generationId: string | null };
  /** A regeneration left this file, or places in it, as a person wrote it; the version's list holds what it proposed. */
  "file.kept": { generationId: string; versionId: string; path: string; reason: KeptReason; places: number };
  "review.completed": { generationId: string; findings: Finding[] };
  /** `text` holds one or more whole lines. */
  "log.appended": { generationId: string | null; source: LogSource; level: LogLevel; text: string };
  "build.started": { generationId: string; buildId: string; kind: "build" | "test" };
  "build.succeeded": BuildEnded;
  "build.failed": BuildEnded;
  "heal.attempted": {
    generationId: string;
    category: string;
    kind: string;
    origin: "cache" | "rule" | "model";
    signature: string;
    attempt: number;
    /** What is done, and in words; absent in events of before. */
    remedy?: TriedRemedy;
    explanation?: string;
  };
  /** Build and tests passed after a repair. `signature`: of the failure that the last one mended. */
  "heal.succeeded": { generationId: string; signature: string };
  "heal.exhausted": { generationId: string; reason: string };
  "version.created": {
    versionId: string;
    number: number;
    message: string;
    parentId: string | null;
    fileCount: number;
  };
  /** The running app reported a problem, or something was done about one; a repair's end is its generation's. */
  "problem.updated": { problem: AppProblem };
  /** All checks of a version have ended; `status` is the worst of them. */
  "quality.reported": {
    versionId: string;
    status: EndedCheckStatus;
    checks: { kind: CheckKind; status: CheckStatus; score: number | null; message: string }[];
  };
  "preview.ready": { generationId: string | null; versionId: string; url: string };
  "deployment.updated": {
    deploymentId: string;
    environment: DeploymentEnvironment;
    status: DeploymentStatus;
    url: string | null;
    versionId: string;
    /** How it came about; absent in events of before. */
    trigger?: DeploymentTrigger;
    /** Why it failed. */
    error?: string;
  };
  /** A version is on its way to GitHub, or there. `url`: of the commit, or of the pull request. */
  "push.updated": { pushId: string; status: PushStatus; versionId: string; branch: string; url: string | null };
  "usage.updated": {
    generationId: string;
    inputTokens: number;
    cachedTokens: number;
    outputTokens: number;
    costUsd: number;
    lostUsd: number;
  };
  /** One answer of a model to an agent. Tokens of the cache are part of the input tokens. */
  "agent.answered": {
    generationId: string;
    conversationId: string;
    agent: "architect" | "coder" | "reviewer" | "fixer";
    provider: string;
    /** Whose key it was asked with. */
    keySource: "platform" | "workspace";
    model: string;
    inputTokens: number;
    cachedTokens: number;
    outputTokens: number;
    costUsd: number;
    durationMs: number;
    finishReason: string;
  };
  /** A model could not answer, and another one (or the built-in engine, `builtin`) goes on. */
  "provider.changed": { generationId: string; from: string; to: string; reason: string };
  "message.created": {
    messageId: string;
    role: "user" | "agent";
    text: string;
    generationId: string | null;
  };
}

interface BuildEnded {
  generationId: string;
  buildId: string;
  kind: "build" | "test";
  exitCode: number | null;
  durationMs: number;
  steps: {
    step: string;
    outcome: string;
    durationMs: number;
    peakMemoryBytes: number;
    cpuMs: number;
  }[];
}

export type ProjectEventType = keyof ProjectEvents;
