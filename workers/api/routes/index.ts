import type { Operation } from "../operation.ts";
import { apiTokenOperations } from "./api-tokens/index.ts";
import { assetOperations } from "./assets/index.ts";
import { authOperations } from "./auth/index.ts";
import { connectionOperations } from "./connections/index.ts";
import { conversationOperations } from "./conversations/index.ts";
import { deletedProjectOperations } from "./deleted-projects/index.ts";
import { dataOperations } from "./data/index.ts";
import { deployLinkOperations } from "./deploy-links/index.ts";
import { deploymentOperations } from "./deployments/index.ts";
import { docsOperations } from "./docs/index.ts";
import { elementOperations } from "./elements/index.ts";
import { environmentOperations } from "./environments/index.ts";
import { eventOperations } from "./events/index.ts";
import { githubOperations } from "./github/index.ts";
import { generationOperations } from "./generations/index.ts";
import { handoverOperations } from "./handovers/index.ts";
import { healthOperations } from "./health/index.ts";
import { notificationOperations } from "./notifications/index.ts";
import { problemOperations } from "./problems/index.ts";
import { projectOperations } from "./projects/index.ts";
import { savedPromptOperations } from "./saved-prompts/index.ts";
import { templateOperations } from "./templates/index.ts";
import { snapshotOperations } from "./snapshots/index.ts";
import { userOperations } from "./users/index.ts";
import { versionOperations } from "./versions/index.ts";
import { workspaceOperations } from "./workspaces/index.ts";

export const operations: readonly Operation[] = [
  ...authOperations,
  ...userOperations,
  ...apiTokenOperations,
  ...workspaceOperations,
  ...savedPromptOperations,
  ...templateOperations,
  ...notificationOperations,
  ...projectOperations,
  ...deletedProjectOperations,
  ...assetOperations,
  ...generationOperations,
  ...handoverOperations,
  ...conversationOperations,
  ...versionOperations,
  ...elementOperations,
  ...dataOperations,
  ...snapshotOperations,
  ...eventOperations,
  ...problemOperations,
  ...deploymentOperations,
  ...deployLinkOperations,
  ...environmentOperations,
  ...githubOperations,
  ...connectionOperations,
  ...healthOperations,
  ...docsOperations,
];
