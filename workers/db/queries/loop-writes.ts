// What a project's Durable Object writes about its generations. Every write may be repeated.
import { eq, sql } from "drizzle-orm";
import type { Prd } from "#engine/prd/schema.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import type { Database } from "../client.ts";
import { decisions, generations, projects } from "../schema/index.ts";
import type { ProjectStatus } from "../schema/projects.ts";

/** Rows a statement: D1 binds at most 100 parameters. */
const decisionsPerStatement = 12;

export async function insertDecisions(db: Database, rows: (typeof decisions.$inferInsert)[]): Promise<void> {
  for (let start = 0; start < rows.length; start += decisionsPerStatement) {
    await db
      .insert(decisions)
      .values(rows.slice(start, start + decisionsPerStatement))
      .onConflictDoNothing();
  }
}

const projectStatusByLoopState: Readonly<Record<GenerationView["status"], ProjectStatus>> = {
  idle: "generating",
  planning: "generating",
  awaiting_approval: "generating",
  coding: "generating",
  reviewing: "generating",
  building: "building",
  testing: "building",
  healing: "building",
  deploying: "building",
  paused: "generating",
  preview: "ready",
  production: "ready",
  complete: "deployed",
  failed: "failed",
  escalated: "failed",
  cancelled: "draft",
};

/** Copies the object's state of a generation, and what it means for its project, to D1. */
export async function mirrorGeneration(
  db: Database,
  view: GenerationView,
  stack: "edge" | "next",
  prd: Prd | null,
): Promise<void> {
  const changing = {
    status: view.status,
    pausedFrom: view.pausedFrom,
    versionId: view.versionId,
    previewUrl: view.previewUrl,
    prd,
    attempts: view.attempts,
    inputTokens: view.inputTokens,
    outputTokens: view.outputTokens,
    cachedTokens: view.cachedTokens ?? 0,
    costUsd: view.costUsd,
    lostUsd: view.lostUsd ?? 0,
    notCounted: view.notCounted ?? null,
    errorCode: view.error?.code ?? null,
    errorMessage: view.error?.message ?? null,
    endedAt: view.endedAt,
  };
  await db.batch([
    db
      .insert(generations)
      .values({
        id: view.id,
        projectId: view.projectId,
        prompt: view.prompt,
        attachments: view.attachments?.length > 0 ? view.attachments : null,
        selection: view.selection ?? null,
        mode: view.mode,
        provider: view.provider,
        stack,
        budgetUsd: view.budgetUsd,
        startedAt: view.startedAt,
        createdBy: view.createdBy,
        ...changing,
      })
      .onConflictDoUpdate({ target: generations.id, set: changing }),
    db
      .update(projects)
      .set({
        status: projectStatusByLoopState[view.status],
        // A project that nobody described says what its plan says.
        ...(prd && { description: sql`iif(${projects.description} = '', ${prd.summary}, ${projects.description})` }),
      })
      .where(eq(projects.id, view.projectId)),
  ]);
}
