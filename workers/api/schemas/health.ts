import { z } from "zod";

const part = z.enum(["ok", "down"]);

export const healthSchema = z.object({
  status: z.enum(["ok", "unavailable"]),
  checks: z.object({ d1: part, r2: part, queue: part, builder: part }),
});
export type Health = z.infer<typeof healthSchema>;
