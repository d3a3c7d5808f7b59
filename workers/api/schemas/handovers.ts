import { z } from "zod";
import { handoverStatuses } from "#db/vocabulary.ts";
import { repairOrigins, triedRemedies } from "#protocol/repair-account.ts";
import { timeSchema } from "./lists.ts";
import { fileDiffSchema } from "./versions.ts";

const versionNameSchema = z.object({ versionId: z.string(), number: z.int() });

const reportedErrorSchema = z.object({
  /** Step that said it: `types`, `test` … */
  step: z.string(),
  /** Kind of fault: `type/mismatch`. */
  leaf: z.string(),
  tool: z.string(),
  code: z.string().nullable(),
  file: z.string().nullable(),
  line: z.int().nullable(),
  column: z.int().nullable(),
  message: z.string(),
  /** What the tool printed about it. */
  excerpt: z.string().optional(),
});
export type ReportedErrorView = z.infer<typeof reportedErrorSchema>;

const roundSchema = z.object({
  where: z.string(),
  category: z.string(),
  kind: z.string().nullable(),
  message: z.string(),
  /** Errors that were counted; null where they cannot be. */
  errors: z.int().nullable(),
  causes: z.array(reportedErrorSchema),
  tried: z.enum(triedRemedies),
  /** Where a repair came from; null for what is no repair. */
  source: z.enum(repairOrigins).nullable(),
  /** What was done, in words. */
  what: z.string().nullable(),
  costUsd: z.number(),
  /** The version that failed and the one that was tried next; null: none was written. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** What the round changed: at most twenty files, and the first lines of long changes. */
  changes: z.array(fileDiffSchema),
  /** There is more than `changes` shows; the versions' own diff has all of it. */
  more: z.boolean(),
});
export type HandoverRound = z.infer<typeof roundSchema>;

export const handoverActions = ["retry", "edit", "roll-back", "dismiss"] as const;
export type HandoverAction = (typeof handoverActions)[number];

/** What was tried on a generation that ended as `escalated`, and what can be done about it. */
export const handoverSchema = z.object({
  generationId: z.string(),
  projectId: z.string(),
  status: z.enum(handoverStatuses),
  /** Why there was no further try. */
  reason: z.string(),
  /** What failed last; null for generations of before that was kept. */
  failure: z
    .object({
      where: z.string(),
      category: z.string(),
      kind: z.string(),
      message: z.string(),
      errors: z.int().nullable(),
      signature: z.string(),
      causes: z.array(reportedErrorSchema),
    })
    .nullable(),
  /** Oldest first. */
  rounds: z.array(roundSchema),
  costUsd: z.number(),
  /** The version that failed last. */
  failed: versionNameSchema.nullable(),
  /** The last version that works, which the app stays at. */
  standsAt: versionNameSchema.nullable(),
  /** The least that shows the failure. */
  reproduction: z
    .object({
      step: z.string(),
      /** As one types it in the app's folder. */
      command: z.string().nullable(),
      output: z.string(),
      places: z.array(
        z.object({
          path: z.string(),
          /** Number of the first line of `text`. */
          from: z.int(),
          /** The line that the tool names. */
          line: z.int(),
          text: z.string(),
        }),
      ),
    })
    .nullable(),
  /** What may be done now; nothing once it is settled. `edit`: change the failed version's files, then retry. */
  actions: z.array(z.enum(handoverActions)),
  /** The generation that a retry started. */
  followedBy: z.string().nullable(),
  createdAt: timeSchema,
  settledAt: timeSchema.nullable(),
  settledBy: z.string().nullable(),
});
export type HandoverView = z.infer<typeof handoverSchema>;

export const retryHandoverSchema = z.strictObject({
  /** What the fixer should know. */
  hint: z.string().trim().max(10_000).optional(),
  /** A model call that would cross it is not made; the project's setting when absent. */
  budgetUsd: z.number().min(0).max(1_000).optional(),
});
export type RetryHandoverBody = z.input<typeof retryHandoverSchema>;
