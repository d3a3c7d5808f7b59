import { deleteProviderKey } from "./delete-key.ts";
import { forgetFix } from "./forget-fix.ts";
import { listFixes } from "./list-fixes.ts";
import { listProviderKeys } from "./list-keys.ts";
import { listWorkspaces } from "./list.ts";
import { putProviderKey } from "./put-key.ts";
import { readUsage } from "./read-usage.ts";
import { testProviderKey } from "./test-key.ts";
import { updateWorkspace } from "./update.ts";

export const workspaceOperations = [
  listWorkspaces,
  updateWorkspace,
  readUsage,
  listProviderKeys,
  putProviderKey,
  deleteProviderKey,
  testProviderKey,
  listFixes,
  forgetFix,
];
