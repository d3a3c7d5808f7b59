// What the checks of a version found: one row a kind.
import { checkKinds, laterChecks, type CheckKind } from "#protocol/checks.ts";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { projects, versionChecks } from "../schema/index.ts";
import type { VersionCheck } from "../schema/version-checks.ts";

export type CheckResult = Pick<VersionCheck, "kind" | "status" | "score" | "summary" | "reportSha" | "durationMs">;
type CheckedVersion = Pick<VersionCheck, "versionId" | "projectId">;

/** In the order of `checkKinds`; kinds that were never asked for are missing. */
export async function listChecks(db: Database, versionId: string): Promise<VersionCheck[]> {
  const rows = await db.select().from(versionChecks).where(eq(versionChecks.versionId, versionId));
  return rows.toSorted((a, b) => checkKinds.indexOf(a.kind) - checkKinds.indexOf(b.kind));
}

export async function findCheck(db: Database, versionId: string, kind: CheckKind): Promise<VersionCheck | undefined> {
  return db
    .select()
    .from(versionChecks)
    .where(and(eq(versionChecks.versionId, versionId), eq(versionChecks.kind, kind)))
    .get();
}

/** Replaces what earlier runs of these kinds found. */
export async function recordChecks(
  db: Database,
  version: CheckedVersion,
  results: readonly CheckResult[],
): Promise<void> {
  if (results.length === 0) return;
  const endedAt = new Date();
  const rows = results.map((result) => ({
    ...version,
    ...result,
    durationMs: result.durationMs === null ? null : Math.round(result.durationMs),
    startedAt: new Date(endedAt.getTime() - (result.durationMs ?? 0)).toISOString(),
    endedAt: endedAt.toISOString(),
  }));
  await db
    .insert(versionChecks)
    .values(rows)
    .onConflictDoUpdate({
      target: [versionChecks.versionId, versionChecks.kind],
      set: {
        status: sql`excluded.status`,
        score: sql`excluded.score`,
        summary: sql`excluded.summary`,
        reportSha: sql`excluded.report_sha`,
        durationMs: sql`excluded.duration_ms`,
        startedAt: sql`excluded.started_at`,
        endedAt: sql`excluded.ended_at`,
      },
    });
}

/** The later checks wait for their job; those that have run keep what they found. */
export async function awaitChecks(db: Database, version: CheckedVersion): Promise<void> {
  const summary = { message: "Waits for its turn.", findings: [] };
  await db
    .insert(versionChecks)
    .values(laterChecks.map((kind) => ({ ...version, kind, status: "waiting" as const, summary })))
    .onConflictDoNothing();
}

export async function startChecks(db: Database, versionId: string): Promise<void> {
  await db
    .update(versionChecks)
    .set({
      status: "running",
      score: null,
      summary: { message: "Is being looked at.", findings: [] },
      startedAt: new Date().toISOString(),
      endedAt: null,
    })
    .where(and(eq(versionChecks.versionId, versionId), inArray(versionChecks.kind, [...laterChecks])));
}

/** Ends the later checks that have not ended. */
export async function abandonChecks(
  db: Database,
  versionId: string,
  status: "skipped" | "interrupted",
  message: string,
): Promise<void> {
  await db
    .update(versionChecks)
    .set({ status, summary: { message, findings: [] }, endedAt: new Date().toISOString() })
    .where(and(eq(versionChecks.versionId, versionId), inArray(versionChecks.status, ["waiting", "running"])));
}

/** What a check has to know of its project; null when it was deleted. */
export async function readCheckedProject(db: Database, projectId: string) {
  const row = await db
    .select({ stack: projects.stack, currentVersionId: projects.currentVersionId, deletedAt: projects.deletedAt })
    .from(projects)
    .where(eq(projects.id, projectId))
    .get();
  return row && row.deletedAt === null ? { stack: row.stack, currentVersionId: row.currentVersionId } : null;
}
