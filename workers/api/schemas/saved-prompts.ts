import { z } from "zod";
import { longestPrompt } from "#engine/architect/sanitise.ts";
import { timeSchema } from "./lists.ts";
import { workspaceParamsSchema } from "./workspaces.ts";
import { givenName } from "./given-name.ts";

export const savedPromptParamsSchema = workspaceParamsSchema.extend({ prompt: z.string().min(1).max(64) });

export const savedPromptSchema = z.object({
  id: z.string(),
  workspaceId: z.string(),
  title: z.string(),
  /** `{{name}}` is asked for whenever it is used. */
  prompt: z.string(),
  createdBy: z.string(),
  createdAt: timeSchema,
  updatedAt: timeSchema,
});
export type SavedPromptView = z.infer<typeof savedPromptSchema>;

const title = givenName("Enter a title.");
const prompt = z.string().trim().min(1, "Enter the prompt.").max(longestPrompt);

export const createSavedPromptSchema = z.strictObject({ title, prompt });
export const updateSavedPromptSchema = z
  .strictObject({ title: title.optional(), prompt: prompt.optional() })
  .refine((changes) => Object.keys(changes).length > 0, "Name what is to change: title or prompt.");

export const suggestSchema = z.strictObject({ prompt });
export const promptSuggestionsSchema = z.object({
  /** `insert` goes to the end of the prompt; the part in «» is what its writer will most likely change. */
  items: z.array(z.object({ label: z.string(), why: z.string(), insert: z.string() })),
  /** False where the workspace has no model: then asking again brings nothing. */
  hasModel: z.boolean(),
  /** Why there are none, where a model could not be asked; null otherwise. */
  problem: z.string().nullable(),
});
export type PromptSuggestionsView = z.infer<typeof promptSuggestionsSchema>;
