// What git needs of versions.
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import {
  auditLog,
  projects,
  projectVersions,
  users,
  versionManifests,
  workspaces,
  type Manifest,
} from "../schema/index.ts";
import { isUniqueViolation } from "../unique-violation.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

const { id, number, parentId, message, generationId, source, status, commitSha, createdBy, createdAt } =
  projectVersions;

/** Highest number first. */
export async function listCommitSources(db: Database, projectId: string, limit: number) {
  return db
    .select({
      id,
      number,
      parentId,
      message,
      generationId,
      source,
      status,
      commitSha,
      createdBy,
      createdAt,
      authorName: users.name,
    })
    .from(projectVersions)
    .innerJoin(users, eq(users.id, projectVersions.createdBy))
    .where(eq(projectVersions.projectId, projectId))
    .orderBy(desc(projectVersions.number))
    .limit(limit);
}
export type CommitSource = Awaited<ReturnType<typeof listCommitSources>>[number];

export async function setCommitSha(db: Database, versionId: string, commit: string): Promise<void> {
  await db.update(projectVersions).set({ commitSha: commit }).where(eq(projectVersions.id, versionId));
}

/** By the names of its address; whether the asker may see it is another question. */
export async function findProjectIdBySlugs(
  db: Database,
  workspaceSlug: string,
  projectSlug: string,
): Promise<string | undefined> {
  const row = await db
    .select({ id: projects.id })
    .from(projects)
    .innerJoin(workspaces, eq(workspaces.id, projects.workspaceId))
    .where(and(eq(workspaces.slug, workspaceSlug), eq(projects.slug, projectSlug), isNull(projects.deletedAt)))
    .get();
  return row?.id;
}

export interface PushedVersion {
  id: string;
  message: string;
  commitSha: string;
  files: Manifest;
}

/**
 * One version for each commit, each on top of the one before, the first on `baseId`; all or none. `after` is the newest
 * number their writer knew: false when another version came in between.
 */
export async function createPushedVersions(
  db: Database,
  input: {
    projectId: string;
    baseId: string;
    after: number;
    actorId: string;
    versions: readonly PushedVersion[];
    audit: AuditEntry;
  },
): Promise<boolean> {
  const { projectId, baseId, actorId, versions } = input;
  const inserts = versions.flatMap((version, index) => {
    const parentId = versions[index - 1]?.id ?? baseId;
    const sizes = Object.values(version.files).map((file) => file.size);
    return [
      db.insert(projectVersions).values({
        id: version.id,
        projectId,
        number: input.after + 1 + index,
        parentId,
        message: version.message,
        prd: sql`(SELECT prd FROM project_versions WHERE id = ${baseId})`,
        source: "push",
        commitSha: version.commitSha,
        fileCount: sizes.length,
        totalSize: sizes.reduce((sum, size) => sum + size, 0),
        keptPlaces: sql`(SELECT kept_places FROM project_versions WHERE id = ${baseId})`,
        createdBy: actorId,
      }),
      db.insert(versionManifests).select(
        db
          .select({
            versionId: sql<string>`${version.id}`.as("version_id"),
            files: sql<Manifest>`${JSON.stringify(version.files)}`.as("files"),
            generated: sql<Manifest>`coalesce(generated, files)`.as("generated"),
            kept: versionManifests.kept,
          })
          .from(versionManifests)
          .where(eq(versionManifests.versionId, parentId)),
      ),
    ];
  });
  try {
    await db.batch([db.insert(auditLog).values(auditRow(input.audit)), ...inserts]);
    return true;
  } catch (error) {
    if (isUniqueViolation(error, "project_versions.number")) return false;
    throw error;
  }
}
