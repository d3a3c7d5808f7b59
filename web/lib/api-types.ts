// What the API answers, under the names the web uses. The shapes are the server's own.
import type { AppProblem } from "#protocol/app-problem.ts";
import type { LoopState } from "#protocol/loop-state.ts";
import type { GenerationMode, GenerationView } from "#protocol/project-events.ts";
import type { SignedIn } from "../../workers/api/schemas/auth.ts";
import type { Attachment } from "#protocol/attachments.ts";
import type { UploadedAsset } from "../../workers/api/schemas/assets.ts";
import type { CheckView, ChecksView } from "../../workers/api/schemas/checks.ts";
import type { AiMessageView, ConversationView } from "../../workers/api/schemas/conversations.ts";
import type { StartGenerationBody } from "../../workers/api/schemas/generations.ts";
import type { DeploymentView, DeploymentWithLog, StartDeployment } from "../../workers/api/schemas/deployments.ts";
import type { DomainView, EnvironmentsView, EnvironmentView } from "../../workers/api/schemas/environments.ts";
import type { ConnectionsView, ConnectionView } from "../../workers/api/schemas/connections.ts";
import type { GitHubView, PushView, StartPush } from "../../workers/api/schemas/github.ts";
import type { Health } from "../../workers/api/schemas/health.ts";
import type { HandoverView } from "../../workers/api/schemas/handovers.ts";
import type { HistoryEntry } from "../../workers/api/schemas/history.ts";
import type { NotificationView } from "../../workers/api/schemas/notifications.ts";
import type { PromptSuggestionsView, SavedPromptView } from "../../workers/api/schemas/saved-prompts.ts";
import type { TemplatesView, TemplateView } from "../../workers/api/schemas/templates.ts";
import type { FixesView, FixView } from "../../workers/api/schemas/fixes.ts";
import type { PageOf } from "../../workers/api/schemas/lists.ts";
import type {
  DeletedProjects as DeletedProjectsView,
  LivePreview as LivePreviewView,
  ListedProjectView,
  ProjectView as ProjectRecord,
} from "../../workers/api/schemas/projects.ts";
import type { UserView } from "../../workers/api/schemas/users.ts";
import type { ApiTokenView, CreateApiToken, CreatedApiToken } from "../../workers/api/schemas/api-tokens.ts";
import type {
  FileBlame,
  FileDiff,
  FileHistory,
  ListedVersion,
  PackageTypesView,
  VersionDiff,
  VersionFiles,
  VersionTree,
  VersionView,
} from "../../workers/api/schemas/versions.ts";
import type {
  KeyTestView,
  ProviderKeysView,
  ProviderKeyView,
  PutProviderKey,
  WorkspaceUsageView,
  WorkspaceView,
} from "../../workers/api/schemas/workspaces.ts";

export type { Attachment, UploadedAsset };
export type { GenerationMode, GenerationView, LoopState, SignedIn, StartGenerationBody };
export type { HistoryEntry };
export type AppNotification = NotificationView;
export type SavedPrompt = SavedPromptView;
export type PromptSuggestions = PromptSuggestionsView;
export type Template = TemplateView;
export type Templates = TemplatesView;
export type LivePreview = LivePreviewView;
export type PackageTypes = PackageTypesView;
export type List<T> = PageOf<T>;
export type Project = ProjectRecord;
export type ListedProject = ListedProjectView;
export type StackId = ProjectRecord["stack"];
export type Problem = AppProblem;
export type Check = CheckView;
export type Checks = ChecksView;
export type User = UserView;
export type AgentConversation = ConversationView;
export type AgentMessage = AiMessageView;
export type Workspace = WorkspaceView;
export type WorkspaceUsage = WorkspaceUsageView;
export type ProviderKey = ProviderKeyView;
export type ProviderKeys = ProviderKeysView;
export type ProviderId = ProviderKeyView["provider"];
export type KeyTest = KeyTestView;
export type KnownFix = FixView;
export type KnownFixes = FixesView;
export interface FixFilter {
  state: KnownFix["state"] | "all";
  origin: KnownFix["origin"] | "all";
}
export type { PutProviderKey };
export type {
  CreateApiToken,
  CreatedApiToken,
  FileBlame,
  FileDiff,
  FileHistory,
  Health,
  ListedVersion,
  VersionDiff,
  VersionTree,
};
export type ApiToken = ApiTokenView;
export type DeletedProjects = DeletedProjectsView;
export type Version = VersionView;
export type { StartDeployment, StartPush };
export type GitHub = GitHubView;
export type Connection = ConnectionView;
export type Connections = ConnectionsView;
export type Push = PushView;
export type Deployment = DeploymentView;
export type LoggedDeployment = DeploymentWithLog;
export type Environment = EnvironmentView;
export type Environments = EnvironmentsView;
export type Domain = DomainView;
export type Handover = HandoverView;
export type VersionFile = VersionFiles[number];
