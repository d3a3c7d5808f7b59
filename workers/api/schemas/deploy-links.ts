import { z } from "zod";
import { archiveFormats } from "../../deploy/webhook/links.ts";
import { receiverReportSchema } from "../../deploy/webhook/send-message.ts";

export const archiveParamsSchema = z.object({
  project: z.string().min(1).max(64),
  version: z.string().min(1).max(64),
  format: z.enum(archiveFormats),
  /** Unix seconds. */
  expires: z.string().regex(/^\d{10}$/),
  /** Signed: who knows the address may read it until it expires. */
  key: z.string().min(1).max(100),
});

export const reportParamsSchema = z.object({
  deployment: z.string().min(1).max(64),
  /** Signed, for this deployment alone. */
  key: z.string().min(1).max(100),
});

/** `url`: where people open it, with `ready`. `id`: what the receiver calls it. `error`: why it failed. */
export const reportBodySchema = z.strictObject(receiverReportSchema.shape);
