import { z } from "zod";
import { loopStates } from "#protocol/loop-state.ts";
import { pageQuerySchema, timeSchema } from "./lists.ts";

export const historyQuerySchema = pageQuerySchema.extend({
  /** Words of the prompt or of the project's name. */
  search: z.string().trim().min(1).max(100).optional(),
});

/** A generation as a list over projects shows it. */
export const historyEntrySchema = z.object({
  id: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  prompt: z.string(),
  /** State of the loop. */
  status: z.enum(loopStates),
  startedAt: timeSchema,
  endedAt: timeSchema.nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
