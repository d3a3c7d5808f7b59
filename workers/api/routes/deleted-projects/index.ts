import { listDeletedProjects } from "./list.ts";
import { restoreProject } from "./restore.ts";

export const deletedProjectOperations = [listDeletedProjects, restoreProject];
