import { z } from "zod";
import { checkKinds, checkStatuses } from "#protocol/checks.ts";
import { timeSchema } from "./lists.ts";
import { versionParamsSchema } from "./versions.ts";

const percent = z.int().min(0).max(100);

export const checkSchema = z.object({
  kind: z.enum(checkKinds),
  /** `skipped`: could not be done here, or a newer version took its place. `interrupted`: it began and did not end. */
  status: z.enum(checkStatuses),
  /** 0–100 where the check has a mark: for `lighthouse` the lowest performance. */
  score: percent.nullable(),
  message: z.string(),
  /** Lighthouse categories, the lowest of all measured pages. */
  scores: z.object({ performance: percent, accessibility: percent, bestPractices: percent, seo: percent }).nullable(),
  /** Worst first, at most 20; the report holds all. */
  findings: z.array(z.object({ where: z.string(), text: z.string() })),
  hasReport: z.boolean(),
  /** Milliseconds. */
  durationMs: z.int().nullable(),
  startedAt: timeSchema.nullable(),
  endedAt: timeSchema.nullable(),
});
export type CheckView = z.infer<typeof checkSchema>;

export const checksSchema = z.object({
  versionId: z.string(),
  /** The worst of them; null while one has not ended, or before the first. */
  status: z.enum(["passed", "failed", "skipped", "interrupted"]).nullable(),
  items: z.array(checkSchema),
});
export type ChecksView = z.infer<typeof checksSchema>;

export const checkParamsSchema = versionParamsSchema.extend({ kind: z.enum(checkKinds) });
