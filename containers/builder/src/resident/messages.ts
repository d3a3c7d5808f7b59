// What the builder and a resident process say to each other: one JSON object a line. The builder writes to stdin; answers
// come on stdout behind a mark, since the app's own plugins print there as well.
import { z } from "zod";

export const answerMark = "\u0001nexusgen ";

const contentSchema = z.union([z.object({ text: z.string() }), z.object({ base64: z.string() })]);

export const residentRequestSchema = z.object({
  id: z.int(),
  /** Written before anything is built; paths were checked by the builder. */
  write: z.record(z.string(), contentSchema),
  remove: z.array(z.string()),
  /** SHA-256 of outputs whose bytes need not be sent. */
  known: z.array(z.string()),
});
export type ResidentRequest = z.infer<typeof residentRequestSchema>;

export const residentPlanSchema = z.object({
  /** Vite environments that can be built apart from each other; with fewer than two every change builds all. */
  independent: z.array(z.string()),
  /** Files and folders that make the artefact. */
  artefact: z.array(z.string()),
  /** Elements say where they stand in the source. */
  mark: z.boolean().optional(),
});
export type ResidentPlan = z.infer<typeof residentPlanSchema>;

export const servePlanSchema = z.object({
  /** argv; `{port}` in it becomes the port. */
  command: z.array(z.string()).min(1),
  /** Host that visitors ask for. */
  host: z.string(),
  /** Path of the socket that leads to the port. */
  socket: z.string(),
});
export type ServePlan = z.infer<typeof servePlanSchema>;

export const outputSchema = z.object({
  path: z.string().max(500),
  size: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Absent when the asker knows it. */
  base64: z.string().optional(),
});
export type Output = z.infer<typeof outputSchema>;

export const residentAnswerSchema = z.object({
  id: z.int(),
  outputs: z.array(outputSchema).max(10_000),
  /** Environments that were built, or why the build failed. */
  built: z.array(z.string()),
  error: z.string().max(20_000).nullable(),
  writeMs: z.number(),
  buildMs: z.number(),
  collectMs: z.number(),
});
export type ResidentAnswer = z.infer<typeof residentAnswerSchema>;
