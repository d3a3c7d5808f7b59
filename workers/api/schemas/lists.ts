import { z } from "zod";

/** ISO 8601 UTC. */
export const timeSchema = z.iso.datetime();

const limit = z.coerce.number().int().min(1).max(100).default(50);

export const pageQuerySchema = z.object({
  /** At most 100. */
  limit,
  /** `nextCursor` of the page before. */
  cursor: z.string().min(1).max(100).optional(),
});

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export interface PageOf<T> {
  items: T[];
  nextCursor: string | null;
}
