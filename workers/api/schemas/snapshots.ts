import { z } from "zod";
import { timeSchema } from "./lists.ts";
import { projectParamsSchema } from "./projects.ts";

export const snapshotParamsSchema = projectParamsSchema.extend({ snapshot: z.string().min(1).max(64) });

export const createSnapshotSchema = z.strictObject({
  name: z.string().trim().max(80).optional(),
  /** Asked of whoever opens the link. */
  password: z.string().min(6).max(200).optional(),
  expiresAt: timeSchema.refine((time) => Date.parse(time) > Date.now(), "It must lie in the future.").optional(),
});
export type CreateSnapshotBody = z.input<typeof createSnapshotSchema>;

export const snapshotSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Opens for whoever has it, and the password where there is one. */
  url: z.string(),
  versionId: z.string(),
  versionNumber: z.int().nullable(),
  hasPassword: z.boolean(),
  expiresAt: timeSchema.nullable(),
  /** People who entered; each has a copy of the data. */
  visits: z.int(),
  lastVisitedAt: timeSchema.nullable(),
  createdBy: z.string(),
  createdAt: timeSchema,
});
export type SnapshotView = z.infer<typeof snapshotSchema>;
export const snapshotsSchema = z.object({ items: z.array(snapshotSchema) });
