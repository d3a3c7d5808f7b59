import { z } from "zod";
import { faultKinds } from "#engine/heal/runtime/read-app-fault.ts";
import { problemRepairOutcomes, problemStatuses } from "#protocol/app-problem.ts";
import { deploymentEnvironments } from "#db/vocabulary.ts";
import { pageQuerySchema, timeSchema } from "./lists.ts";
import { projectParamsSchema } from "./projects.ts";

/** The same shape as `AppProblem` of the protocol. Its words come from the app: show them as text. */
export const problemSchema = z.object({
  id: z.string(),
  /** Thrown, rejected or logged in a page, a request of a page without or with a bad answer, or the app's server. */
  kind: z.enum(faultKinds),
  environment: z.enum(deploymentEnvironments),
  /** `repairing`: a generation works on it. `repaired`: it ended well, and the problem has not come back. */
  status: z.enum(problemStatuses),
  /** `TypeError`, `HTTP500`. */
  code: z.string().nullable(),
  message: z.string(),
  excerpt: z.string(),
  /** `POST /api/orders/:id`. */
  route: z.string().nullable(),
  /** Times it was reported. */
  count: z.int(),
  /** Patterns of pages, newest first, at most five. */
  pages: z.array(z.string()),
  /** What was clicked just before it happened last. */
  clicked: z.string().nullable(),
  /** The version that reported it last. */
  versionId: z.string().nullable(),
  firstAt: timeSchema,
  lastAt: timeSchema,
  /** The last try to mend it. */
  repair: z
    .object({ generationId: z.string(), automatic: z.boolean(), outcome: z.enum(problemRepairOutcomes) })
    .nullable(),
});

export const problemsQuerySchema = pageQuerySchema.extend({ status: z.enum(problemStatuses).optional() });
export const problemParamsSchema = projectParamsSchema.extend({ problem: z.string().min(1).max(64) });
