import { z } from "zod";
import { providerIds } from "#engine/llm/provider.ts";
import { keySources, keyTestOutcomes, memberRoles, workspaceKinds } from "#db/vocabulary.ts";
import { notCountedReasons } from "#protocol/not-counted.ts";
import { timeSchema } from "./lists.ts";

export const workspaceParamsSchema = z.object({ id: z.string().min(1).max(64) });
export const providerParamsSchema = workspaceParamsSchema.extend({ provider: z.enum(providerIds) });

export const workspaceSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(workspaceKinds),
  /** The caller's own. */
  role: z.enum(memberRoles),
  /** What its generations may spend on models in a calendar month (UTC); null is no limit. */
  monthlyBudgetUsd: z.number().nullable(),
  createdAt: timeSchema,
});
export type WorkspaceView = z.infer<typeof workspaceSchema>;

export const workspacesSchema = z.object({ items: z.array(workspaceSchema) });

/** A key as it is shown: never the key itself. */
export const providerKeySchema = z.object({
  provider: z.enum(providerIds),
  /** The key's last four signs; null for a short key, and where the server takes none. */
  lastSigns: z.string().nullable(),
  /** Null: the provider's own address. */
  baseUrl: z.string().nullable(),
  /** Null: the platform's usual model of this provider. */
  model: z.string().nullable(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
  createdAt: timeSchema,
  testedAt: timeSchema.nullable(),
  /** `ok`, or what was wrong; null when it was never tried. */
  testOutcome: z.enum(keyTestOutcomes).nullable(),
  testMessage: z.string().nullable(),
});
export type ProviderKeyView = z.infer<typeof providerKeySchema>;

export const providerKeysSchema = z.object({
  items: z.array(providerKeySchema),
  /** Providers that the platform itself has a key for: they are asked where the workspace has none. */
  platform: z.array(z.enum(providerIds)),
  /** False where the platform has no ENCRYPTION_KEY: then no key can be stored. */
  canStore: z.boolean(),
});
export type ProviderKeysView = z.infer<typeof providerKeysSchema>;

export const putProviderKeySchema = z.strictObject({
  /** Absent: the stored one stays, which its address must do too. Null: the server takes none (`compatible` only). */
  apiKey: z
    .string()
    .trim()
    .min(1, "Enter the key.")
    .max(1_000)
    .regex(/^[\x21-\x7e]+$/, "A key has no spaces and no accents.")
    .nullable()
    .optional(),
  /** Null or absent: the provider's own. With its version path: `http://localhost:11434/v1`. */
  baseUrl: z.string().trim().min(1).max(500).nullable().optional(),
  /** Null or absent: the platform's usual one. */
  model: z.string().trim().min(1).max(120).nullable().optional(),
});
export type PutProviderKey = z.input<typeof putProviderKeySchema>;

export const keyTestSchema = z.object({
  outcome: z.enum(keyTestOutcomes),
  /** What to do about it, for people. */
  message: z.string(),
  /** The model that was asked; null when there was none to ask. */
  model: z.string().nullable(),
  durationMs: z.int(),
  testedAt: timeSchema,
});
export type KeyTestView = z.infer<typeof keyTestSchema>;

export const updateWorkspaceSchema = z.strictObject({
  /** Null: no limit. */
  monthlyBudgetUsd: z.number().min(0).max(100_000).nullable(),
});
export type UpdateWorkspace = z.input<typeof updateWorkspaceSchema>;

export const usageQuerySchema = z.object({
  /** `2026-11`, UTC; the present month when absent. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Give a month as 2026-11.")
    .optional(),
});

export const workspaceUsageSchema = z.object({
  month: z.string(),
  budgetUsd: z.number().nullable(),
  spentUsd: z.number(),
  /** The most that calls under way may still cost. */
  heldUsd: z.number(),
  sources: z.array(
    z.object({
      keySource: z.enum(keySources),
      calls: z.int(),
      inputTokens: z.int(),
      /** Of `inputTokens`, read from a provider's cache. */
      cachedTokens: z.int(),
      outputTokens: z.int(),
      costUsd: z.number(),
      /** Of `costUsd`, for answers that could not be used. */
      lostUsd: z.number(),
    }),
  ),
  generations: z.object({
    /** Those that count against the plan's quota. */
    counted: z.int(),
    /** Lost for a reason that was not the user's. */
    notCounted: z.array(z.object({ reason: z.enum(notCountedReasons), count: z.int() })),
  }),
});
export type WorkspaceUsageView = z.infer<typeof workspaceUsageSchema>;
