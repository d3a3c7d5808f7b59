// One row a run of the builder.
import { and, desc, eq, sql } from "drizzle-orm";
import type { StepResult } from "#builder/protocol.ts";
import type { Database } from "../client.ts";
import { buildLogs } from "../schema/index.ts";

export async function openBuildLog(
  db: Database,
  build: {
    id: string;
    projectId: string;
    generationId: string;
    versionId: string;
    kind: "build" | "test";
  },
): Promise<void> {
  await db
    .insert(buildLogs)
    .values({
      ...build,
      number: sql`(SELECT coalesce(max(number), 0) + 1 FROM build_logs WHERE project_id = ${build.projectId})`,
      startedAt: new Date().toISOString(),
    })
    .onConflictDoUpdate({
      target: buildLogs.id,
      set: { status: "running", startedAt: new Date().toISOString() },
    });
}

export interface BuildEnd {
  status: "succeeded" | "failed" | "cancelled";
  steps: StepResult[];
  durationMs: number;
  logSha: string | null;
  artefactSha: string | null;
  error: string | null;
}

export async function closeBuildLog(db: Database, buildId: string, end: BuildEnd): Promise<void> {
  const failed = end.steps.find((step) => step.outcome !== "passed");
  await db
    .update(buildLogs)
    .set({
      ...end,
      durationMs: Math.round(end.durationMs),
      exitCode: failed ? failed.exitCode : end.status === "succeeded" ? 0 : null,
      peakMemoryBytes: Math.max(0, ...end.steps.map((step) => step.peakMemoryBytes)),
      cpuMs: Math.round(end.steps.reduce((sum, step) => sum + step.cpuMs, 0)),
      endedAt: new Date().toISOString(),
    })
    .where(eq(buildLogs.id, buildId));
}

/** The newest run of the builder that failed on a version. */
export async function newestFailedBuild(
  db: Database,
  versionId: string,
): Promise<Pick<typeof buildLogs.$inferSelect, "steps" | "logSha"> | undefined> {
  return db
    .select({ steps: buildLogs.steps, logSha: buildLogs.logSha })
    .from(buildLogs)
    .where(and(eq(buildLogs.versionId, versionId), eq(buildLogs.status, "failed")))
    .orderBy(desc(buildLogs.number))
    .limit(1)
    .get();
}
