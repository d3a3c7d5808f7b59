import { z } from "zod";
import { fixOrigins, fixStates } from "#db/vocabulary.ts";
import { pageOf, pageQuerySchema, timeSchema } from "./lists.ts";
import { workspaceParamsSchema } from "./workspaces.ts";

export const fixParamsSchema = workspaceParamsSchema.extend({ fix: z.string().min(1).max(64) });

export const fixQuerySchema = pageQuerySchema.extend({
  state: z.enum(fixStates).optional(),
  origin: z.enum(fixOrigins).optional(),
});

export const fixSchema = z.object({
  id: z.string(),
  /** Leaf of the taxonomy, such as `type/mismatch`; `syntax` for faults that every tool words differently. */
  kind: z.string(),
  /** The error without anything of the app's own. */
  signature: z.string(),
  /** The error as it was first seen; null for a borrowed fix, and where it is from a project that the caller may not see. */
  message: z.string().nullable(),
  /** What the fix does, in words. */
  summary: z.string(),
  /** Who made the change that it was learned from. */
  origin: z.enum(fixOrigins),
  /** Taken over from other workspaces. */
  borrowed: z.boolean(),
  /** It holds nothing of an app: others may borrow it once it helped in enough workspaces. */
  shareable: z.boolean(),
  /** Where it was learned. */
  project: z.object({ id: z.string(), name: z.string() }).nullable(),
  successes: z.int(),
  failures: z.int(),
  /** 0–1; fades to a half without use. */
  confidence: z.number(),
  state: z.enum(fixStates),
  createdAt: timeSchema,
  lastUsedAt: timeSchema.nullable(),
  quarantinedAt: timeSchema.nullable(),
});
export type FixView = z.infer<typeof fixSchema>;

export const fixesSchema = pageOf(fixSchema).extend({
  /** Of the whole cache, whatever was asked for. */
  totals: z.object({ fixes: z.int(), successes: z.int(), failures: z.int(), quarantined: z.int() }),
});
export type FixesView = z.infer<typeof fixesSchema>;
