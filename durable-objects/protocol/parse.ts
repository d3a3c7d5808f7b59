// Frames of clients, parsed once at the edge.
import { z } from "zod";
import { loopCommands, type ClientFrame } from "./frames.ts";

const clientFrameSchema = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("resume"), since: z.int().min(0), batch: z.boolean().optional() }),
  z.strictObject({
    op: z.literal("cmd"),
    command: z.enum(loopCommands),
    generationId: z.string().min(1).max(64),
    comment: z.string().max(4_000).optional(),
  }),
  z.strictObject({ op: z.literal("ping") }),
]);

/** null for anything that is not a frame of this protocol. */
export function parseClientFrame(text: string): ClientFrame | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const result = clientFrameSchema.safeParse(json);
  return result.success ? result.data : null;
}
