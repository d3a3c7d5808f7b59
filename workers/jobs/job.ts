// Jobs: the work that goes through the queue.
import { z } from "zod";
import { noticeKinds } from "#db/vocabulary.ts";
import { stackIds } from "#engine/stacks/stack.ts";
import type { Work } from "../../durable-objects/project/machine/transition.ts";

/** Effects of the loop that run as jobs. */
export const loopJobTypes = ["build", "test", "deploy", "release"] as const;
export type LoopJobType = (typeof loopJobTypes)[number];

/** True for work that runs as a job. */
export function claimableWork(work: Work): work is LoopJobType {
  return (loopJobTypes as readonly Work[]).includes(work);
}

/** Of every job of the loop: which effect asked for it. */
export const loopPayloadSchema = z.object({ generationId: z.string(), run: z.int() });

/** `check`: a version that the preview shows. */
export const checkPayloadSchema = z.object({ versionId: z.string() });

/** `ship`: a deployment that a person asked for. */
export const shipPayloadSchema = z.object({ deploymentId: z.string() });

/** `push`: of a version to GitHub. */
export const pushPayloadSchema = z.object({ pushId: z.string() });

/** `index_docs`: what a stack's packages say of themselves, or the pages of one library. */
export const docsPayloadSchema = z.discriminatedUnion("of", [
  z.object({ of: z.literal("packages"), stack: z.enum(stackIds) }),
  z.object({ of: z.literal("pages"), library: z.string() }),
]);
export type DocsPayload = z.infer<typeof docsPayloadSchema>;

/** `notify`: where a generation has come to rest, for the person who started it. */
export const noticePayloadSchema = z.object({
  generationId: z.string(),
  run: z.int(),
  kind: z.enum(noticeKinds),
  text: z.string(),
  workedMs: z.number(),
});
export type NoticePayload = z.infer<typeof noticePayloadSchema>;

/** A claimed job, as the documentation's Durable Object gets it. */
export type DocsJob = Claimed & DocsPayload;

/** A claimed job, as the project's Durable Object gets it. */
export type JobHandle = LoopJob | CheckJob | ShipJob | PushJob;

export interface LoopJob extends Claimed {
  type: LoopJobType;
  generationId: string;
  run: number;
}

export interface CheckJob extends Claimed {
  type: "check";
  projectId: string;
  versionId: string;
}

export interface ShipJob extends Claimed {
  type: "ship";
  deploymentId: string;
}

export interface PushJob extends Claimed {
  type: "push";
  pushId: string;
}

interface Claimed {
  id: string;
  /** Claims so far, this one included. */
  attempts: number;
  maxAttempts: number;
}
