// Versions: immutable manifests with a number in their project. Writing one twice under the same id writes it once.
import { and, desc, eq, isNull, ne, or, sql } from "drizzle-orm";
import type { Prd } from "#engine/prd/schema.ts";
import type { Database } from "../client.ts";
import { projects, projectVersions, versionManifests } from "../schema/index.ts";
import { countPlaces } from "#engine/merge/kept.ts";
import type { KeptVersionFile, Manifest, ProjectVersion, VersionStatus } from "../schema/versions.ts";

export type VersionFiles = Manifest;

export interface NewVersion {
  id: string;
  projectId: string;
  /** The version it follows, or null for the first. */
  parentId: string | null;
  generationId: string | null;
  message: string;
  prompt: string | null;
  prd: Prd | null;
  createdBy: string;
  files: VersionFiles;
  /** What the generator wrote, where that is not the same. */
  generated: VersionFiles | null;
  kept: KeptVersionFile[];
}

/**
 * What a new version builds on: the last one that was built, tested and reviewed, or that a person made since, by an
 * edit or a rollback. A person's version counts even before it was built: leaving it out would lose the edit.
 */
export async function headVersion(db: Database, projectId: string): Promise<ProjectVersion | null> {
  const [row] = await db
    .select()
    .from(projectVersions)
    .where(
      and(
        eq(projectVersions.projectId, projectId),
        or(eq(projectVersions.status, "green"), isNull(projectVersions.generationId)),
      ),
    )
    .orderBy(desc(projectVersions.number))
    .limit(1);
  return row ?? null;
}

/** The newest version that was built and tested, other than `except`. */
export async function findGreenVersion(
  db: Database,
  projectId: string,
  except: string | null,
): Promise<ProjectVersion | null> {
  const [row] = await db
    .select()
    .from(projectVersions)
    .where(
      and(
        eq(projectVersions.projectId, projectId),
        eq(projectVersions.status, "green"),
        except === null ? undefined : ne(projectVersions.id, except),
      ),
    )
    .orderBy(desc(projectVersions.number))
    .limit(1);
  return row ?? null;
}

export async function createVersion(db: Database, version: NewVersion): Promise<ProjectVersion> {
  const { files, generated, kept, ...row } = version;
  const sizes = Object.values(files).map((file) => file.size);
  const [inserted] = await db.batch([
    db
      .insert(projectVersions)
      .values({
        ...row,
        number: sql`(SELECT coalesce(max(number), 0) + 1 FROM project_versions WHERE project_id = ${row.projectId})`,
        fileCount: sizes.length,
        totalSize: sizes.reduce((sum, size) => sum + size, 0),
        keptPlaces: countPlaces(kept),
      })
      .onConflictDoUpdate({ target: projectVersions.id, set: { message: row.message } })
      .returning(),
    db
      .insert(versionManifests)
      .values({ versionId: row.id, files, generated, kept: kept.length === 0 ? null : kept })
      .onConflictDoNothing(),
  ]);
  const [created] = inserted;
  if (!created) throw new Error(`Version ${row.id} could not be written.`);
  return created;
}

/** Empty for a version that does not exist. */
export async function readManifest(db: Database, versionId: string): Promise<VersionFiles> {
  const [row] = await db.select().from(versionManifests).where(eq(versionManifests.versionId, versionId)).limit(1);
  return row?.files ?? {};
}

/** The files as they are, and as the generator wrote them; both empty for a version that does not exist. */
export async function readBothManifests(
  db: Database,
  versionId: string,
): Promise<{ files: VersionFiles; generated: VersionFiles }> {
  const [row] = await db.select().from(versionManifests).where(eq(versionManifests.versionId, versionId)).limit(1);
  const files = row?.files ?? {};
  return { files, generated: row?.generated ?? files };
}

export async function setVersionStatus(db: Database, versionId: string, status: VersionStatus): Promise<void> {
  await db.update(projectVersions).set({ status }).where(eq(projectVersions.id, versionId));
}

/** Records what a green build left behind. */
export async function setVersionArtefact(db: Database, versionId: string, artefactSha: string): Promise<void> {
  await db.update(projectVersions).set({ artefactSha }).where(eq(projectVersions.id, versionId));
}

export async function readVersion(db: Database, versionId: string): Promise<ProjectVersion | null> {
  const [row] = await db.select().from(projectVersions).where(eq(projectVersions.id, versionId)).limit(1);
  return row ?? null;
}

export async function setCurrentVersion(db: Database, projectId: string, versionId: string): Promise<void> {
  await db.update(projects).set({ currentVersionId: versionId }).where(eq(projects.id, projectId));
}
