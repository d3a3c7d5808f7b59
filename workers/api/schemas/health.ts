import { z } from "zod";

const part = z.enum(["ok", "down"]);

export const healthSchema = z.object({
  status: z.enum(["ok", "unavailable"]),
  checks: z.object({ d1: part, r2: part, queue: part, builder: part }),
  docs: z
    .enum(["none", "indexing", "ready", "failed"])
    .describe(
      "The documentation that agents look things up in; without it they work with the guide to generated apps alone",
    ),
});
export type Health = z.infer<typeof healthSchema>;
