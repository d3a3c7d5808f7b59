import { z } from "zod";
import { loopStates } from "#protocol/loop-state.ts";
import { prdSchema } from "#engine/prd/schema.ts";
import { generationSchema } from "./generations.ts";
import { timeSchema } from "./lists.ts";

export const eventsQuerySchema = z.object({
  /** Sequence number: the answer holds what came after it. */
  after: z.coerce.number().int().min(0).optional(),
  /** `nextCursor` of the page before; the same number as `after`. */
  cursor: z.coerce.number().int().min(0).optional(),
  /** Long events make a page shorter: it ends after some 500,000 characters. */
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
});

/** `type` and `data` are those of the protocol's `ProjectEvents`. */
export const envelopeSchema = z.object({
  v: z.literal(1),
  seq: z.int(),
  id: z.string(),
  ts: timeSchema,
  type: z.string(),
  actor: z.object({ kind: z.enum(["user", "agent", "system"]), id: z.string() }),
  data: z.record(z.string(), z.unknown()),
});

export const snapshotSchema = z.object({
  /** Resume the socket from here. */
  seq: z.int(),
  generation: generationSchema.nullable(),
  prd: prdSchema.nullable(),
  steps: z.array(
    z.object({
      state: z.enum(loopStates),
      startedAt: timeSchema,
      endedAt: timeSchema.nullable(),
      durationMs: z.number().nullable(),
    }),
  ),
  versionId: z.string().nullable(),
  previewUrl: z.string().nullable(),
});
