import { z } from "zod";
import {
  deploymentEnvironments,
  generationModes,
  projectRoles,
  projectStatuses,
  projectVisibilities,
  stackNames,
} from "#db/vocabulary.ts";
import { mostDailyRepairs, problemModes } from "#protocol/app-problem.ts";
import { loopStates } from "#protocol/loop-state.ts";
import { pageQuerySchema, timeSchema } from "./lists.ts";
import { givenName } from "./given-name.ts";

export const projectParamsSchema = z.object({ id: z.string().min(1).max(64) });

/** Defaults of the project's generations. */
export const projectSettingsSchema = z.strictObject({
  mode: z.enum(generationModes).optional(),
  provider: z.string().min(1).max(40).optional(),
  /** US dollars a generation. */
  budgetUsd: z.number().min(0).max(1_000).optional(),
  /** What is done about problems that the running app reports. */
  problems: z
    .strictObject({
      /** `ask` (default): they are shown. `automatic`: the platform begins to repair them. `off`: nothing is collected. */
      mode: z.enum(problemModes).optional(),
      /** Also collected from the published app; those are never repaired automatically. */
      production: z.boolean().optional(),
      /** Automatic repairs that may begin on one day, UTC; 3 when absent. */
      dailyRepairs: z.int().min(1).max(mostDailyRepairs).optional(),
    })
    .optional(),
});

export const projectSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Unique in the workspace. */
  slug: z.string(),
  description: z.string(),
  status: z.enum(projectStatuses),
  stack: z.enum(stackNames),
  visibility: z.enum(projectVisibilities),
  workspaceId: z.string(),
  /** First label of its apps' host names. */
  hostLabel: z.string(),
  settings: projectSettingsSchema,
  /** The version the preview shows; null before the first. */
  currentVersionId: z.string().nullable(),
  /** The project it was forked from, which may be gone since, and at which of its versions. */
  forkedFrom: z.object({ projectId: z.string(), number: z.int() }).nullable(),
  /** The caller's. */
  role: z.enum(projectRoles),
  createdBy: z.string(),
  createdAt: timeSchema,
  updatedAt: timeSchema,
});
export type ProjectView = z.infer<typeof projectSchema>;

export const listedProjectSchema = projectSchema.extend({
  /** State of the loop of its newest generation, which says more than `status` while one runs; null before the first. */
  generationStatus: z.enum(loopStates).nullable(),
});
export type ListedProjectView = z.infer<typeof listedProjectSchema>;

export const deletedProjectsSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      workspaceId: z.string(),
      deletedAt: timeSchema,
      /** When it is erased. */
      keptUntil: timeSchema,
    }),
  ),
});
export type DeletedProjects = z.infer<typeof deletedProjectsSchema>;

const name = givenName();
const description = z.string().trim().max(2_000);

export const createProjectSchema = z.strictObject({
  name,
  description: description.optional(),
  stack: z.enum(stackNames).optional(),
  /** The personal workspace when absent. */
  workspaceId: z.string().min(1).max(64).optional(),
});
export type CreateProject = z.input<typeof createProjectSchema>;

export const updateProjectSchema = z.strictObject({
  name: name.optional(),
  description: description.optional(),
  visibility: z.enum(projectVisibilities).optional(),
  /** Replaces the stored ones. */
  settings: projectSettingsSchema.optional(),
  archived: z.boolean().optional(),
});
export type UpdateProject = z.input<typeof updateProjectSchema>;

export const projectsQuerySchema = pageQuerySchema.extend({
  workspaceId: z.string().min(1).max(64).optional(),
  /** Part of the name or description. */
  search: z.string().trim().min(1).max(100).optional(),
});

export const previewModes = ["interactive", "static"] as const;

export const previewAccessRequestSchema = z.strictObject({
  environment: z.enum(deploymentEnvironments).optional(),
  /** Of the environment `preview`. `static`: what was built, without the app's server. */
  mode: z.enum(previewModes).optional(),
});
export type PreviewAccessRequest = z.input<typeof previewAccessRequestSchema>;

/** `url` opens in a browser without further headers; it holds its own expiring access. */
export const previewAccessSchema = z.object({ url: z.url() });
export type PreviewAccess = z.infer<typeof previewAccessSchema>;

/** `warm`: it ran already, so that what is open there changes by itself. */
export const livePreviewSchema = z.object({ url: z.url(), versionId: z.string(), warm: z.boolean() });
export type LivePreview = z.infer<typeof livePreviewSchema>;

/** Single use, dead after a minute. `url` is ready to open as a WebSocket; then send `{ op: "resume", since }`. */
export const socketTicketSchema = z.object({ ticket: z.string(), url: z.string() });
export type SocketTicket = z.infer<typeof socketTicketSchema>;

export const socketQuerySchema = z.object({ ticket: z.string().min(1).max(200) });
