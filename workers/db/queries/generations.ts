import { and, count, desc, eq, getTableColumns, like, lt, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import type { NotCountedReason } from "#protocol/not-counted.ts";
import { generations, projects } from "../schema/index.ts";
import type { GenerationRow } from "./access.ts";
import { isVisibleTo, literalPattern } from "./visible-projects.ts";

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

/** Over all projects that the user may see; newest first; one row more than `limit`. */
export async function listHistory(
  db: Database,
  input: { userId: string; search?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const { id, projectId, prompt, status, startedAt, endedAt } = generations;
  const pattern = input.search === undefined ? null : literalPattern(input.search);
  return db
    .select({ id, projectId, projectName: projects.name, prompt, status, startedAt, endedAt })
    .from(generations)
    .innerJoin(projects, eq(projects.id, generations.projectId))
    .where(
      and(
        isVisibleTo(db, input.userId),
        input.cursor === undefined ? undefined : lt(id, input.cursor),
        pattern === null
          ? undefined
          : sql`(${prompt} LIKE ${pattern} ESCAPE '\\' OR ${projects.name} LIKE ${pattern} ESCAPE '\\')`,
      ),
    )
    .orderBy(desc(id))
    .limit(input.limit + 1);
}

/** Of a workspace, started in a month (`2026-11`): those that count against its quota, and those that do not, by why. */
export async function countGenerations(
  db: Database,
  workspaceId: string,
  month: string,
): Promise<{ counted: number; notCounted: { reason: NotCountedReason; count: number }[] }> {
  const rows = await db
    .select({ reason: generations.notCounted, count: count() })
    .from(generations)
    .innerJoin(projects, eq(projects.id, generations.projectId))
    .where(and(eq(projects.workspaceId, workspaceId), like(generations.startedAt, `${month}-%`)))
    .groupBy(generations.notCounted);
  return {
    counted: rows.find(({ reason }) => reason === null)?.count ?? 0,
    notCounted: rows.flatMap((row) => (row.reason === null ? [] : [{ reason: row.reason, count: row.count }])),
  };
}
