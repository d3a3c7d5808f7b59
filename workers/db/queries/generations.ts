import { and, desc, eq, getTableColumns, lt } from "drizzle-orm";
import type { Database } from "../client.ts";
import { generations } from "../schema/index.ts";
import type { GenerationRow } from "./access.ts";

const { prd: _prd, ...columns } = getTableColumns(generations);

/** Newest first; one row more than `limit`. */
export async function listGenerations(
  db: Database,
  input: { projectId: string; cursor?: string | undefined; limit: number },
): Promise<GenerationRow[]> {
  return db
    .select(columns)
    .from(generations)
    .where(and(eq(generations.projectId, input.projectId), input.cursor ? lt(generations.id, input.cursor) : undefined))
    .orderBy(desc(generations.id))
    .limit(input.limit + 1);
}
