// The words of deployments, as the API, the log of events and the web use them.

/** `preview`: the newest green version, with example rows. The other two have records of their own. */
export const deploymentEnvironments = ["preview", "staging", "production"] as const;
export type DeploymentEnvironment = (typeof deploymentEnvironments)[number];

/** `building`: where the provider builds by itself. */
export const deploymentStatuses = ["pending", "building", "deploying", "ready", "failed", "cancelled"] as const;
export type DeploymentStatus = (typeof deploymentStatuses)[number];

/** How it came about. `recovery`: the platform went back to what was served before, since the new one did not answer. */
export const deploymentTriggers = ["generation", "person", "promotion", "rollback", "recovery"] as const;
export type DeploymentTrigger = (typeof deploymentTriggers)[number];

export function isOpenDeployment(status: DeploymentStatus): boolean {
  return status === "pending" || status === "building" || status === "deploying";
}

/** What the receiver of a deployment's webhook says became of it. */
export interface ReceiverReport {
  status: "building" | "deploying" | "ready" | "failed";
  /** Where people open it; there when it is ready. */
  url?: string | undefined;
  /** What the receiver calls it, by which it can go back to it. */
  id?: string | undefined;
  /** Why it failed, for people. */
  error?: string | undefined;
}

/** Where people publish to by themselves; the preview follows the newest version. */
export const publishedEnvironments = ["staging", "production"] as const satisfies readonly DeploymentEnvironment[];
export type PublishedEnvironment = (typeof publishedEnvironments)[number];

/** `moved`: somebody else has written to the branch since; nothing was overwritten. */
export const pushStatuses = ["pending", "pushing", "done", "moved", "failed"] as const;
export type PushStatus = (typeof pushStatuses)[number];
