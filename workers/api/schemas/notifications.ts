import { z } from "zod";
import { noticeKinds } from "#db/vocabulary.ts";
import { pageQuerySchema, timeSchema } from "./lists.ts";

export const notificationsQuerySchema = pageQuerySchema.extend({
  /** `true`: those alone that were not read. */
  unread: z.enum(["true", "false"]).default("false"),
});

export const notificationSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  generationId: z.string(),
  kind: z.enum(noticeKinds),
  text: z.string(),
  createdAt: timeSchema,
  readAt: timeSchema.nullable(),
});
export type NotificationView = z.infer<typeof notificationSchema>;

export const markReadSchema = z.strictObject({ ids: z.array(z.string().min(1).max(64)).min(1).max(50) });
