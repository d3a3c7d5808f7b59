import { z } from "zod";
import {
  deploymentEnvironments,
  deploymentStatuses,
  deploymentTriggers,
  publishedEnvironments,
} from "#protocol/deployments.ts";
import { pageQuerySchema, timeSchema } from "./lists.ts";
import { projectParamsSchema } from "./projects.ts";

export const deploymentSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  versionId: z.string(),
  /** Null when the version is gone. */
  versionNumber: z.int().nullable(),
  versionMessage: z.string().nullable(),
  generationId: z.string().nullable(),
  environment: z.enum(deploymentEnvironments),
  provider: z.string(),
  status: z.enum(deploymentStatuses),
  url: z.string().nullable(),
  error: z.string().nullable(),
  /** How it came about. `recovery`: the one before it did not answer. */
  trigger: z.enum(deploymentTriggers),
  /** The deployment that it was promoted from, or went back to. */
  sourceId: z.string().nullable(),
  /** When its health check passed. */
  healthyAt: timeSchema.nullable(),
  readyAt: timeSchema.nullable(),
  createdBy: z.string(),
  createdByName: z.string().nullable(),
  createdAt: timeSchema,
  updatedAt: timeSchema,
});
export type DeploymentView = z.infer<typeof deploymentSchema>;

export const deploymentsQuerySchema = pageQuerySchema.extend({
  environment: z.enum(deploymentEnvironments).optional(),
});

export const deploymentParamsSchema = projectParamsSchema.extend({ deployment: z.string().min(1).max(64) });

export const deploymentWithLogSchema = deploymentSchema.extend({
  log: z.array(z.object({ at: timeSchema, level: z.enum(["info", "warn", "error"]), text: z.string() })),
});
export type DeploymentWithLog = z.infer<typeof deploymentWithLogSchema>;

export const startDeploymentSchema = z.strictObject({
  environment: z.enum(publishedEnvironments),
  /** An id, a number or `latest`; the version that the preview shows when absent. Not with `from`. */
  version: z.string().min(1).max(64).optional(),
  /**
   * A deployment to take over. Of another environment: its version, with the variables of this one (a promotion). Of this
   * one: its version with the variables it had (a rollback).
   */
  from: z.string().min(1).max(64).optional(),
});
export type StartDeployment = z.input<typeof startDeploymentSchema>;

export const badgeParamsSchema = z.object({
  project: z.string().min(1).max(64),
  environment: z.enum(deploymentEnvironments),
  /** Signed: the badge of a private project is for who knows its address. */
  key: z.string().min(1).max(100),
});
