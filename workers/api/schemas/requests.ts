import { z } from "zod";
import { timeSchema } from "./lists.ts";

/** The same shape as `SeenRequest` of the protocol. */
export const seenRequestsSchema = z.object({
  items: z.array(
    z.object({
      at: timeSchema,
      method: z.string(),
      /** Without its query. */
      path: z.string(),
      status: z.int(),
      ms: z.number(),
    }),
  ),
});
export type SeenRequests = z.infer<typeof seenRequestsSchema>;
