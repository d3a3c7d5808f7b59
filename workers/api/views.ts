// Rows as the API shows them: every field is named here, so that a new column is not published by accident.
import type { GenerationView } from "#protocol/project-events.ts";
import { keptDays } from "#db/queries/deleted-projects.ts";
import type { GenerationRow, ProjectAccess, VersionRow } from "#db/queries/access.ts";
import type { ListedConnection } from "#db/queries/connections.ts";
import type { ListedDeployment } from "#db/queries/deployments.ts";
import type { ListedKey } from "#db/queries/provider-keys.ts";
import type { Asset, Project, SavedPrompt, User } from "#db/schema/index.ts";
import type { VersionCheck } from "#db/schema/version-checks.ts";
import type { NotificationRow } from "#db/queries/notifications.ts";
import type { AssetView } from "./schemas/assets.ts";
import type { CheckView } from "./schemas/checks.ts";
import type { ConnectionView } from "./schemas/connections.ts";
import type { DeploymentView } from "./schemas/deployments.ts";
import type { NotificationView } from "./schemas/notifications.ts";
import type { DeletedProjects, ProjectView } from "./schemas/projects.ts";
import type { SavedPromptView } from "./schemas/saved-prompts.ts";
import type { UserView } from "./schemas/users.ts";
import type { FileVersion } from "#db/queries/file-history.ts";
import type { FileVersionView, VersionView } from "./schemas/versions.ts";
import type { ListedToken } from "#db/queries/api-tokens.ts";
import type { ApiTokenView } from "./schemas/api-tokens.ts";
import type { WorkspaceAccess } from "#db/queries/workspaces.ts";
import type { ProviderKeyView, WorkspaceView } from "./schemas/workspaces.ts";

export function viewUser(user: User): UserView {
  const { id, email, name, username, image, website, preferences, role, createdAt, lastLoginAt } = user;
  return { id, email, name, username, image, website, preferences, role, createdAt, lastLoginAt };
}

export function viewProject({ project, role }: ProjectAccess): ProjectView {
  const { id, name, slug, description, status, stack, visibility, workspaceId, hostLabel, settings } = project;
  const { currentVersionId, forkedFromId, forkedFromNumber, createdBy, createdAt, updatedAt } = project;
  return {
    id,
    name,
    slug,
    description,
    status,
    stack,
    visibility,
    workspaceId,
    hostLabel,
    settings,
    currentVersionId,
    forkedFrom: forkedFromId === null ? null : { projectId: forkedFromId, number: forkedFromNumber ?? 0 },
    role,
    createdBy,
    createdAt,
    updatedAt,
  };
}

export function viewDeletedProject(project: Project): DeletedProjects["items"][number] {
  const { id, name, description, workspaceId } = project;
  const deletedAt = project.deletedAt ?? project.updatedAt;
  const keptUntil = new Date(Date.parse(deletedAt) + keptDays * 24 * 60 * 60 * 1000).toISOString();
  return { id, name, description, workspaceId, deletedAt, keptUntil };
}

export function viewGeneration(row: GenerationRow): GenerationView {
  const { id, projectId, prompt, attachments, selection, mode, provider, status, pausedFrom } = row;
  const { versionId, previewUrl, attempts } = row;
  const {
    inputTokens,
    cachedTokens,
    outputTokens,
    costUsd,
    lostUsd,
    budgetUsd,
    notCounted,
    errorCode,
    errorMessage,
    startedAt,
    endedAt,
    createdBy,
  } = row;
  return {
    id,
    projectId,
    prompt,
    attachments: attachments ?? [],
    selection,
    mode,
    provider,
    status,
    pausedFrom,
    versionId,
    previewUrl,
    attempts,
    inputTokens,
    outputTokens,
    cachedTokens,
    costUsd,
    lostUsd,
    budgetUsd,
    notCounted,
    ...(errorCode !== null && { error: { code: errorCode, message: errorMessage ?? "" } }),
    startedAt,
    endedAt,
    createdBy,
  };
}

export function viewVersion(row: VersionRow): VersionView {
  const { id, projectId, number, parentId, message, prompt, generationId, status, fileCount, totalSize } = row;
  const { keptPlaces, createdBy, createdAt } = row;
  const source = sourceOf(row);
  return {
    id,
    projectId,
    number,
    parentId,
    message,
    prompt,
    generationId,
    status,
    fileCount,
    totalSize,
    keptPlaces,
    source,
    createdBy,
    createdAt,
  };
}

/** Rows older than the column tell by their generation. */
function sourceOf({ source, generationId }: Pick<VersionRow, "source" | "generationId">): VersionView["source"] {
  return source ?? (generationId === null ? "edit" : "generation");
}

export function viewFileVersion(row: FileVersion): FileVersionView {
  const { id, number, message, authorName, createdAt } = row;
  return { id, number, message, source: sourceOf(row), authorName, createdAt };
}

export function viewAsset(row: Asset): AssetView {
  const { id, projectId, name, kind, mediaType, size, sha256, width, height, createdBy, createdAt } = row;
  return { id, projectId, name, kind, mediaType, size, sha256, width, height, createdBy, createdAt };
}

export function viewDeployment(row: ListedDeployment): DeploymentView {
  const { id, projectId, versionId, versionNumber, versionMessage, generationId, environment, provider } = row;
  const { status, url, error, trigger, sourceId, healthyAt, readyAt, createdBy, createdByName } = row;
  const { createdAt, updatedAt } = row;
  return {
    id,
    projectId,
    versionId,
    versionNumber,
    versionMessage,
    generationId,
    environment,
    provider,
    status,
    url,
    error,
    trigger,
    sourceId,
    healthyAt,
    readyAt,
    createdBy,
    createdByName,
    createdAt,
    updatedAt,
  };
}

export function viewCheck(row: VersionCheck): CheckView {
  const { kind, status, score, summary, reportSha, durationMs, startedAt, endedAt } = row;
  const { message, findings, scores = null } = summary;
  return {
    kind,
    status,
    score,
    message,
    scores,
    findings,
    hasReport: reportSha !== null,
    durationMs,
    startedAt,
    endedAt,
  };
}

export function viewProviderKey(row: ListedKey): ProviderKeyView {
  const { provider, lastSigns, baseUrl, model, createdBy, createdByName, createdAt } = row;
  const { testedAt, testOutcome, testMessage } = row;
  return {
    provider,
    lastSigns,
    baseUrl,
    model,
    createdBy: { id: createdBy, name: createdByName },
    createdAt,
    testedAt,
    testOutcome,
    testMessage,
  };
}

export function viewNotification(row: NotificationRow): NotificationView {
  const { id, projectId, projectName, generationId, kind, text, createdAt, readAt } = row;
  return { id, projectId, projectName, generationId, kind, text, createdAt, readAt };
}

export function viewSavedPrompt(row: SavedPrompt): SavedPromptView {
  const { id, workspaceId, title, prompt, createdBy, createdAt, updatedAt } = row;
  return { id, workspaceId, title, prompt, createdBy, createdAt, updatedAt };
}

export function viewWorkspace({ workspace, memberRole }: WorkspaceAccess): WorkspaceView {
  const { id, slug, name, kind, monthlyBudgetUsd, createdAt } = workspace;
  return { id, slug, name, kind, role: memberRole, monthlyBudgetUsd, createdAt };
}

export function viewConnection(row: ListedConnection): ConnectionView {
  const { provider, lastSigns, account, login, createdAt, testedAt, testProblem, usedAt } = row;
  const createdBy = { id: row.createdBy, name: row.createdByName };
  return { provider, lastSigns, account, login, createdBy, createdAt, testedAt, testProblem, usedAt };
}

export function viewApiToken(row: ListedToken): ApiTokenView {
  const { id, name, scope, lastCharacters, expiresAt, lastUsedAt, createdAt } = row;
  return { id, name, scope, lastCharacters, expiresAt, lastUsedAt, createdAt };
}
