import { z } from "zod";
import { deploymentEnvironments, deploymentStatuses } from "#db/vocabulary.ts";
import { pageQuerySchema, timeSchema } from "./lists.ts";

export const deploymentSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  versionId: z.string(),
  generationId: z.string().nullable(),
  environment: z.enum(deploymentEnvironments),
  provider: z.string(),
  status: z.enum(deploymentStatuses),
  url: z.string().nullable(),
  error: z.string().nullable(),
  createdBy: z.string(),
  createdAt: timeSchema,
  updatedAt: timeSchema,
});
export type DeploymentView = z.infer<typeof deploymentSchema>;

export const deploymentsQuerySchema = pageQuerySchema.extend({
  environment: z.enum(deploymentEnvironments).optional(),
});
