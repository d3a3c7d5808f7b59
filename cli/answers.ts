// What the command line reads from the API's answers. Everything else in them may change without breaking it.
import { z } from "zod";
import { loopStates } from "#protocol/loop-state.ts";

export const generationSchema = z.looseObject({
  id: z.string(),
  projectId: z.string(),
  status: z.enum(loopStates),
  versionId: z.string().nullable(),
  previewUrl: z.string().nullable(),
  costUsd: z.number(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
export type Generation = z.infer<typeof generationSchema>;

export const projectSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  status: z.string(),
  stack: z.string(),
  currentVersionId: z.string().nullish(),
  createdAt: z.string(),
});
export type Project = z.infer<typeof projectSchema>;

export const assetSchema = z.looseObject({
  id: z.string(),
  kind: z.string(),
  tables: z.array(z.looseObject({ name: z.string(), rowCount: z.int() })),
  notes: z.array(z.string()),
});

export const projectPageSchema = z.object({ items: z.array(projectSchema), nextCursor: z.string().nullable() });

/** Types the command line does not know pass through, so that a newer platform still works. */
export const envelopeSchema = z.looseObject({
  seq: z.int(),
  ts: z.string(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type Event = z.infer<typeof envelopeSchema>;

export const eventPageSchema = z.object({ items: z.array(envelopeSchema), nextCursor: z.string().nullable() });
export const snapshotSchema = z.looseObject({ seq: z.int() });
export const ticketSchema = z.looseObject({ url: z.string() });
export const tokenSchema = z.looseObject({ accessToken: z.string() });
export const manifestSchema = z.array(z.looseObject({ path: z.string(), size: z.int(), sha256: z.string() }));
export const errorSchema = z.object({
  error: z.looseObject({
    code: z.string(),
    message: z.string(),
    details: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
});
