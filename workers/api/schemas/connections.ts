import { z } from "zod";
import { connectionIds } from "#protocol/deploy-targets.ts";
import { timeSchema } from "./lists.ts";
import { workspaceParamsSchema } from "./workspaces.ts";

/** An account as it is shown: never its secret. */
export const connectionSchema = z.object({
  provider: z.enum(connectionIds),
  lastSigns: z.string().nullable(),
  account: z.record(z.string(), z.string()),
  /** Who the provider says it belongs to. */
  login: z.string().nullable(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
  createdAt: timeSchema,
  /** When it was tried last. */
  testedAt: timeSchema.nullable(),
  /** Why it did not work then; null when it did. */
  testProblem: z.string().nullable(),
  /** When something was deployed or pushed with it; null where nothing was yet. */
  usedAt: timeSchema.nullable(),
});
export type ConnectionView = z.infer<typeof connectionSchema>;

export const connectionsSchema = z.object({
  items: z.array(connectionSchema),
  /** False where the platform has no ENCRYPTION_KEY. */
  canStore: z.boolean(),
});
export type ConnectionsView = z.infer<typeof connectionsSchema>;

export const connectionParamsSchema = workspaceParamsSchema.extend({ provider: z.enum(connectionIds) });

export const putConnectionSchema = z.strictObject({
  secret: z
    .string()
    .trim()
    .min(1, "Enter the token.")
    .max(2_000)
    .regex(/^[\x21-\x7e]+$/, "A token has no spaces and no accents."),
  /** The provider's fields for an account. */
  account: z.record(z.string().max(40), z.string().trim().max(500)).optional(),
});
export type PutConnection = z.input<typeof putConnectionSchema>;
