import { createProject } from "./create.ts";
import { deleteProject } from "./delete.ts";
import { exportProject } from "./export.ts";
import { listProjects } from "./list.ts";
import { openPreview } from "./open-preview.ts";
import { readProjectPicture } from "./read-picture.ts";
import { readProject } from "./read.ts";
import { updateProject } from "./update.ts";

export const projectOperations = [
  listProjects,
  createProject,
  readProject,
  updateProject,
  deleteProject,
  openPreview,
  readProjectPicture,
  exportProject,
];
