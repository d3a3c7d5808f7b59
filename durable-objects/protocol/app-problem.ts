// A problem that a running app reported. Reports with one signature are one problem. Its words come from the app: they are
// scrubbed and bounded, and shown as text.
import type { FaultKind } from "#engine/heal/runtime/read-app-fault.ts";
import type { DeploymentEnvironment } from "./deployments.ts";

export const problemStatuses = ["open", "repairing", "repaired", "dismissed"] as const;
export type ProblemStatus = (typeof problemStatuses)[number];

/** `returned`: the repaired app reported it again. */
export const problemRepairOutcomes = ["running", "worked", "failed", "returned"] as const;

export interface AppProblem {
  id: string;
  kind: FaultKind;
  environment: DeploymentEnvironment;
  status: ProblemStatus;
  /** "TypeError", "HTTP500"; null where there is no name for it. */
  code: string | null;
  /** One line of what the app said. */
  message: string;
  /** The message and the frames that are known. */
  excerpt: string;
  /** "POST /api/orders/:id": the request at fault. */
  route: string | null;
  /** Times it was reported. */
  count: number;
  /** Patterns of the pages it happened on, newest first, at most five. */
  pages: string[];
  /** What was clicked just before it happened last: "“Save”", "a link". */
  clicked: string | null;
  /** The version that reported it last. */
  versionId: string | null;
  firstAt: string;
  lastAt: string;
  /** The last try to mend it. */
  repair: {
    generationId: string;
    /** The platform began it, as the project's settings say. */
    automatic: boolean;
    outcome: (typeof problemRepairOutcomes)[number];
  } | null;
}

export const problemModes = ["ask", "automatic", "off"] as const;

/** What a project does about problems of its running app. */
export interface ProblemSettings {
  /** `off`: nothing is collected. */
  mode?: (typeof problemModes)[number] | undefined;
  /** Also from the published app; never repaired automatically. */
  production?: boolean | undefined;
  /** Automatic repairs that may begin on one day, UTC. */
  dailyRepairs?: number | undefined;
}

export const defaultDailyRepairs = 3;
export const mostDailyRepairs = 20;
