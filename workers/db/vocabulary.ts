// Closed sets that both the tables and the API's schemas speak. Imports no more than a pure list, so that the web app can
// read it.
import { fixOrigins } from "#engine/heal/cache/fix-origins.ts";
import { modelErrorKinds } from "#engine/llm/model-error.ts";

export const userKinds = ["human", "agent"] as const;
export const userRoles = ["user", "admin"] as const;

export const workspaceKinds = ["personal", "team"] as const;
/** In falling order of power. */
export const memberRoles = ["owner", "admin", "member", "viewer"] as const;
export type MemberRole = (typeof memberRoles)[number];

export const stackNames = ["edge", "next"] as const;
export type StackName = (typeof stackNames)[number];

export const projectStatuses = ["draft", "generating", "building", "ready", "deployed", "failed", "archived"] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/**
 * Who sees a project beside its own members and the workspace's owners and admins. `private`: nobody. `team`: every
 * member of the workspace. `public`: as `team`, and the running app is open to everyone; its source is not.
 */
export const projectVisibilities = ["private", "team", "public"] as const;
export type ProjectVisibility = (typeof projectVisibilities)[number];

/** In falling order of power. */
export const projectRoles = ["admin", "member", "viewer"] as const;
export type ProjectRole = (typeof projectRoles)[number];

/** `draft`: being written. `green`: built and tested. The row is immutable once it is green or failed. */
export const versionStatuses = ["draft", "building", "green", "failed"] as const;
export type VersionStatus = (typeof versionStatuses)[number];

/** Who or what made a version. */
export const versionSources = ["generation", "edit", "rollback", "push", "fork"] as const;
export type VersionSource = (typeof versionSources)[number];

/** In rising order of power. */
export const apiTokenScopes = ["read", "write"] as const;
export type ApiTokenScope = (typeof apiTokenScopes)[number];

export const generationModes = ["auto", "supervised"] as const;

/** What became of a generation that was handed back; `open`: nothing yet. */
export const handoverStatuses = ["open", "retried", "rolled-back", "dismissed"] as const;
export type HandoverStatus = (typeof handoverStatuses)[number];

/** `failed` will be tried again at `run_at`; `dead` used all its attempts and waits for a person. */
export const jobStatuses = ["pending", "processing", "completed", "failed", "dead", "cancelled"] as const;
export type JobStatus = (typeof jobStatuses)[number];

export const buildKinds = ["build", "test", "export"] as const;
export const buildStatuses = ["running", "succeeded", "failed", "cancelled"] as const;

export { deploymentEnvironments, deploymentStatuses, deploymentTriggers, pushStatuses } from "#protocol/deployments.ts";
export type { DeploymentEnvironment } from "#protocol/deployments.ts";
export const domainStatuses = ["pending", "verified"] as const;
export const pushKinds = ["branch", "pull-request"] as const;

/** Whose key of a model provider a call was made with. */
export const keySources = ["platform", "workspace"] as const;
export type KeySource = (typeof keySources)[number];

/** `ok`, or the kind of error (engine/llm/model-error.ts) when a key was last tried. */
export const keyTestOutcomes = ["ok", ...modelErrorKinds] as const;

export const aiConversationTypes = ["generation", "modification", "fix", "review", "chat"] as const;
export type AiConversationType = (typeof aiConversationTypes)[number];
export const aiRoles = ["system", "user", "assistant", "tool"] as const;

export { fixOrigins };
export const fixOutcomes = ["succeeded", "failed"] as const;
/** `quarantined`: it failed twice in a row, and is not used again. */
export const fixStates = ["active", "quarantined"] as const;
export type FixState = (typeof fixStates)[number];

/** What a person hears of a run: it can be used, it waits for them, it gave up, it was handed back. */
export const noticeKinds = ["done", "waiting", "failed", "escalated"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** `failed`: the provider refused it as often as it was tried. */
export const mailStatuses = ["pending", "sent", "failed", "kept"] as const;
