// What the API may ask of a project's Durable Object. Callers have checked membership; the object trusts `actorId`.
import type { ImageType, InferredTable } from "#engine/attachments/attachment.ts";
import type { Attachment, Selection } from "#protocol/attachments.ts";
import type { SeenRequest } from "#protocol/seen-request.ts";
import type { Diagnosis } from "#engine/heal/diagnosis.ts";
import type { ReportedFault } from "#engine/heal/runtime/read-app-fault.ts";
import type { AppProblem, ProblemStatus } from "#protocol/app-problem.ts";
import type { Prd } from "#engine/prd/schema.ts";
import type { Envelope } from "#protocol/envelope.ts";
import type { LoopCommand } from "#protocol/frames.ts";
import type { DeploymentEnvironment } from "#protocol/deployments.ts";
import type { FileChange, GenerationMode, GenerationView, ProjectEvents } from "#protocol/project-events.ts";
import type { ProjectSnapshot } from "#protocol/project-snapshot.ts";

/** A file of a request, as the loop finds it in storage. */
export interface GivenFile extends Attachment {
  workspaceId: string;
  sha256: string;
  mediaType: string;
  /** Of the smaller copy of a large picture. */
  smallType: ImageType | null;
  /** What the built-in architect plans with, also after the file was deleted. */
  tables: InferredTable[];
  /** The beginning of a document's text; empty where there is none. */
  excerpt: string;
  notes: string[];
}

export interface StartGeneration {
  projectId: string;
  projectName: string;
  actorId: string;
  prompt: string;
  mode: GenerationMode;
  stack: "edge" | "next";
  provider: string | null;
  budgetUsd: number | null;
  /** A person's version to build as it is; null where the prompt leads. */
  versionId: string | null;
  /** A person asked for this version to be mended: a model may do it, where there is one. */
  mayMend?: boolean;
  /** A problem that this version has while it runs. */
  repairs?: { problemId: string; diagnosis: Diagnosis };
  /** Files that came with the prompt; absent where there are none. */
  attachments?: GivenFile[];
  /** What the user pointed at in the running app. */
  selection?: Selection | null;
}

/** How an app is watched, as its project says. */
export interface Watching {
  mode: "ask" | "automatic";
  dailyRepairs: number | undefined;
}

export interface AppReport {
  projectId: string;
  environment: DeploymentEnvironment;
  /** The version that ran. */
  versionId: string | null;
  /** SHA-256 of what of it ran; its source maps tell where in the sources something happened. */
  revision: string | null;
  fault: ReportedFault;
  watching: Watching;
}

export interface AppFailure extends Omit<AppReport, "fault" | "watching"> {
  method: string;
  path: string;
  reason: string;
  /** Null: it goes into the log alone. */
  watching: Watching | null;
}

/** Refusals are values, since an exception loses its type across RPC. */
export type Outcome<T> =
  | { ok: true; value: T }
  | { ok: false; code: "CONFLICT" | "NOT_FOUND_ERROR" | "VALIDATION_ERROR"; message: string };

export interface ProjectRpc {
  startGeneration(input: StartGeneration): Promise<Outcome<GenerationView>>;
  command(input: {
    generationId: string;
    command: LoopCommand;
    actorId: string;
    comment: string | null;
    /** The waiting plan as the user changed it. */
    prd: Prd | null;
  }): Promise<Outcome<GenerationView>>;
  generation(generationId: string): Promise<GenerationView | null>;
  /** Ascending by seq, strictly after `after`; at most `limit`. */
  events(input: { after: number; limit: number }): Promise<{ items: Envelope[]; nextCursor: string | null }>;
  snapshot(): Promise<ProjectSnapshot>;
  /** Single use, dead after 60 s. The upgrade request carries it as `?ticket=`. */
  createSocketTicket(input: { userId: string; canWrite: boolean }): Promise<{ ticket: string }>;
  /** Appends what the user made of an escalated generation. */
  appendHandoverSettled(input: { actorId: string } & ProjectEvents["handover.settled"]): Promise<void>;
  /** Appends events of others (an edit, a rollback made through the API) to the log. */
  appendVersionCreated(input: { actorId: string; versionId: string; changes: FileChange[] }): Promise<void>;
  /** Appends what the API did to a deployment. */
  appendDeployment(input: { actorId: string } & ProjectEvents["deployment.updated"]): Promise<void>;
  /** Stops the work on a deployment whose row says that it was cancelled. */
  cancelDeployment(deploymentId: string): Promise<void>;
  /** From the preview gate: an app's server failed. `path` is without its query; `reason` is for members only. */
  reportAppFailure(input: AppFailure): Promise<void>;
  /** From the preview gate: a page of the app said that something failed. */
  reportProblem(input: AppReport): Promise<void>;
  /** From the preview gate: what the app's server answered. */
  noteRequests(requests: SeenRequest[]): Promise<void>;
  /** Newest first, of the preview. */
  requests(): Promise<SeenRequest[]>;
  /** Newest first; one more than `limit`. `before`: an id. */
  problems(input: { limit: number; before: string | null; status: ProblemStatus | null }): Promise<AppProblem[]>;
  dismissProblem(input: { problemId: string; actorId: string }): Promise<Outcome<AppProblem>>;
  /** Starts a generation that mends the app's newest version. */
  repairProblem(input: { projectId: string; problemId: string; actorId: string }): Promise<Outcome<GenerationView>>;
  /** Cancels what runs, forgets the log, closes the sockets. */
  destroy(): Promise<void>;
  /** The project was deleted, and may come back: what runs is cancelled, who watches is sent away, nothing is lost. */
  setAside(input: { actorId: string }): Promise<void>;
  /** The socket upgrade. */
  fetch(request: Request): Promise<Response>;
}
