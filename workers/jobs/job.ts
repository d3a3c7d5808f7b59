// Jobs: the work that goes through the queue.
import { z } from "zod";
import type { Work } from "../../durable-objects/project/machine/transition.ts";

export const jobTypes = ["build", "test", "deploy", "release"] as const;
export type JobType = (typeof jobTypes)[number];

/** True for work that runs as a job. */
export function claimableWork(work: Work): work is JobType {
  return (jobTypes as readonly Work[]).includes(work);
}

/** Of every job of the loop: which effect asked for it. */
export const jobPayloadSchema = z.object({ generationId: z.string(), run: z.int() });

/** A claimed job, as the project's Durable Object gets it. */
export interface JobHandle {
  id: string;
  type: JobType;
  generationId: string;
  run: number;
  /** Claims so far, this one included. */
  attempts: number;
  maxAttempts: number;
}
