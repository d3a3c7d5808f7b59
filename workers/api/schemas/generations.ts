import { z } from "zod";
import { longestPrompt } from "#engine/architect/sanitise.ts";
import { attachmentKinds } from "#engine/attachments/attachment.ts";
import { mostAttachments } from "#protocol/attachments.ts";
import { prdSchema } from "#engine/prd/schema.ts";
import { loopStates } from "#protocol/loop-state.ts";
import { notCountedReasons } from "#protocol/not-counted.ts";
import { generationModes } from "#db/vocabulary.ts";
import { timeSchema } from "./lists.ts";

export const generationParamsSchema = z.object({ id: z.string().min(1).max(64) });

/** What the user points at in the preview. */
export const selectionSchema = z.strictObject({
  /** CSS selector of the element. */
  selector: z.string().trim().min(1).max(500),
  /** Its visible text. */
  text: z.string().max(500).optional(),
  /** Name of the component, or file and line it comes from. */
  component: z.string().max(200).optional(),
  /** Page of the app: `/customers/42`. */
  page: z.string().max(300).optional(),
});

/** The same shape as `GenerationView` of the protocol; a test holds the two together. */
export const generationSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  prompt: z.string(),
  /** Files that came with the prompt. */
  attachments: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(attachmentKinds), size: z.int() })),
  selection: selectionSchema.nullable(),
  mode: z.enum(generationModes),
  provider: z.string(),
  /** State of the loop. */
  status: z.enum(loopStates),
  /** Where a paused generation will go on. */
  pausedFrom: z.enum(loopStates).nullable(),
  /** The newest version it committed. */
  versionId: z.string().nullable(),
  /** Opens in a browser without further headers. */
  previewUrl: z.string().nullable(),
  /** Rounds of healing. */
  attempts: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  /** Of `inputTokens`, read from a provider's cache. */
  cachedTokens: z.int(),
  costUsd: z.number(),
  /** Of `costUsd`, for answers that could not be used. */
  lostUsd: z.number(),
  budgetUsd: z.number().nullable(),
  /** Why it does not count against the plan's quota; null: it counts. Known when it has ended. */
  notCounted: z.enum(notCountedReasons).nullable(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  startedAt: timeSchema,
  endedAt: timeSchema.nullable(),
  createdBy: z.string(),
});

export const startGenerationSchema = z.strictObject({
  projectId: z.string().min(1).max(64),
  prompt: z
    .string()
    .max(
      longestPrompt,
      `A prompt has at most ${longestPrompt} characters. Shorten it, or keep the rest for a second one.`,
    )
    .refine((text) => text.trim().length > 0, "Describe what to build."),
  /** `auto` approves plan and preview itself; `supervised` waits for you at each. The project's setting when absent. */
  mode: z.enum(generationModes).optional(),
  /** `builtin`, `anthropic`, `openai` …; the platform's choice when absent. */
  provider: z.string().min(1).max(40).optional(),
  /** A model call that would cross it is not made. */
  budgetUsd: z.number().min(0).max(1_000).optional(),
  /** Files of the project, uploaded before; 20 MB together. */
  attachmentIds: z
    .array(z.string().min(1).max(64))
    .max(mostAttachments, `At most ${mostAttachments} files go with a request.`)
    .optional(),
  selection: selectionSchema.optional(),
});
export type StartGenerationBody = z.input<typeof startGenerationSchema>;

export const commandSchema = z.strictObject({
  /** What the architect should know, when a plan is rejected. */
  comment: z.string().trim().max(10_000).optional(),
});

/** Of `approve` and `reject`, while a plan waits. */
export const planCommandSchema = commandSchema.extend({
  /**
   * The proposed plan as you changed it. A renamed model or field names its old name in `formerly`; what refers to it
   * follows. Later plans of the project keep your changes.
   */
  prd: prdSchema.optional(),
});
export type PlanCommandBody = z.input<typeof planCommandSchema>;
export type CommandBody = z.input<typeof commandSchema>;
