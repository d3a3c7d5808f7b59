import { and, desc, eq, getTableColumns, isNotNull, lt, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { newId } from "../ids.ts";
import {
  auditLog,
  deployments,
  projects,
  projectVersions,
  users,
  versionChecks,
  versionManifests,
  type KeptVersionFile,
  type Manifest,
  type ProjectVersion,
} from "../schema/index.ts";
import { matchesVersion, type VersionRow } from "./access.ts";
import { isUniqueViolation } from "../unique-violation.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

const { prd: _prd, ...columns } = getTableColumns(projectVersions);

/** Highest number first; one row more than `limit`. `cursor` is a number. */
export async function listVersions(
  db: Database,
  input: { projectId: string; cursor?: number | undefined; limit: number },
): Promise<(VersionRow & { authorName: string })[]> {
  return db
    .select({ ...columns, authorName: users.name })
    .from(projectVersions)
    .innerJoin(users, eq(users.id, projectVersions.createdBy))
    .where(
      and(
        eq(projectVersions.projectId, input.projectId),
        input.cursor === undefined ? undefined : lt(projectVersions.number, input.cursor),
      ),
    )
    .orderBy(desc(projectVersions.number))
    .limit(input.limit + 1);
}

/** `version`: an id, a number or `latest`. */
export async function findVersion(
  db: Database,
  projectId: string,
  version: string,
): Promise<ProjectVersion | undefined> {
  return db
    .select()
    .from(projectVersions)
    .where(and(eq(projectVersions.projectId, projectId), matchesVersion(version)))
    .orderBy(desc(projectVersions.number))
    .limit(1)
    .get();
}

/** The newest version that built and passed its tests. */
export async function findLatestGreenVersion(db: Database, projectId: string): Promise<ProjectVersion | undefined> {
  return db
    .select()
    .from(projectVersions)
    .where(and(eq(projectVersions.projectId, projectId), eq(projectVersions.status, "green")))
    .orderBy(desc(projectVersions.number))
    .limit(1)
    .get();
}

/** Empty for a draft whose files have not been written yet. */
export async function readManifest(db: Database, versionId: string): Promise<Manifest> {
  const row = await db
    .select({ files: versionManifests.files })
    .from(versionManifests)
    .where(eq(versionManifests.versionId, versionId))
    .get();
  return row?.files ?? {};
}

/** Ascending by path; empty where nothing was kept. */
export async function readKept(db: Database, versionId: string): Promise<KeptVersionFile[]> {
  const row = await db
    .select({ kept: versionManifests.kept })
    .from(versionManifests)
    .where(eq(versionManifests.versionId, versionId))
    .get();
  return row?.kept ?? [];
}

/**
 * A person's version: the files of `base` with changes, not built yet. `after` is the newest number its writer knew;
 * undefined when another version came in between.
 */
export async function createEditedVersion(
  db: Database,
  input: { base: VersionRow; after: number; files: Manifest; message: string; actorId: string; audit: AuditEntry },
): Promise<VersionRow | undefined> {
  const { base, files } = input;
  const versionId = newId("version");
  const sizes = Object.values(files).map((file) => file.size);
  try {
    const [rows] = await db.batch([
      db
        .insert(projectVersions)
        .values({
          id: versionId,
          projectId: base.projectId,
          number: input.after + 1,
          parentId: base.id,
          message: input.message,
          prd: sql`(SELECT prd FROM project_versions WHERE id = ${base.id})`,
          fileCount: sizes.length,
          totalSize: sizes.reduce((sum, size) => sum + size, 0),
          keptPlaces: base.keptPlaces,
          source: "edit",
          createdBy: input.actorId,
        })
        .returning(columns),
      db.insert(versionManifests).select(
        db
          .select({
            versionId: sql<string>`${versionId}`.as("version_id"),
            files: sql<Manifest>`${JSON.stringify(files)}`.as("files"),
            generated: sql<Manifest>`coalesce(generated, files)`.as("generated"),
            kept: versionManifests.kept,
          })
          .from(versionManifests)
          .where(eq(versionManifests.versionId, base.id)),
      ),
      db.insert(auditLog).values(auditRow(input.audit)),
    ]);
    return rows[0];
  } catch (error) {
    if (isUniqueViolation(error, "project_versions.number")) return undefined;
    throw error;
  }
}

/**
 * A new version with the files, plan and artefact of `target`, on top of the newest one. Its number is taken inside the
 * statement, so that two writers never get the same. With an artefact it is what the preview shows from then on.
 */
export async function rollBackVersion(
  db: Database,
  input: {
    target: VersionRow;
    actorId: string;
    message: string;
    /** Of the deployment that shows it in the preview, where it was built. */
    deploymentId: string;
    previewUrl: string;
    audit: AuditEntry;
  },
): Promise<VersionRow> {
  const { target, actorId } = input;
  const { projectId } = target;
  const versionId = newId("version");
  const createdAt = new Date().toISOString();
  const ofProject = sql`FROM project_versions WHERE project_id = ${projectId}`;
  const [rows] = await db.batch([
    db
      .insert(projectVersions)
      .values({
        id: versionId,
        projectId,
        number: sql`(SELECT max(number) + 1 ${ofProject})`,
        parentId: sql`(SELECT id ${ofProject} ORDER BY number DESC LIMIT 1)`,
        message: input.message,
        prd: sql`(SELECT prd FROM project_versions WHERE id = ${target.id})`,
        status: target.status,
        artefactSha: target.artefactSha,
        pictureSha: target.pictureSha,
        fileCount: target.fileCount,
        totalSize: target.totalSize,
        keptPlaces: target.keptPlaces,
        source: "rollback",
        createdBy: actorId,
        createdAt,
      })
      .returning(columns),
    db.insert(versionManifests).select(
      db
        .select({
          versionId: sql<string>`${versionId}`.as("version_id"),
          files: versionManifests.files,
          generated: versionManifests.generated,
          kept: versionManifests.kept,
        })
        .from(versionManifests)
        .where(eq(versionManifests.versionId, target.id)),
    ),
    // The same bytes: what was found of them still holds.
    db.insert(versionChecks).select(
      db
        .select({ ...getTableColumns(versionChecks), versionId: sql<string>`${versionId}`.as("version_id") })
        .from(versionChecks)
        .where(and(eq(versionChecks.versionId, target.id), isNotNull(versionChecks.endedAt))),
    ),
    db.insert(auditLog).values(auditRow(input.audit)),
    ...(target.artefactSha === null
      ? []
      : [
          db
            .update(projects)
            .set({ currentVersionId: versionId, updatedAt: createdAt })
            .where(eq(projects.id, projectId)),
          db.insert(deployments).values({
            id: input.deploymentId,
            projectId,
            versionId,
            environment: "preview",
            status: "ready",
            trigger: "rollback",
            variablesId: sql`(SELECT id FROM variable_sets WHERE project_id = ${projectId} AND environment = 'preview' ORDER BY number DESC LIMIT 1)`,
            url: input.previewUrl,
            createdBy: actorId,
            readyAt: createdAt,
          }),
        ]),
  ]);
  const version = rows[0];
  if (!version) throw new Error("D1 returned no row for the inserted version");
  return version;
}
