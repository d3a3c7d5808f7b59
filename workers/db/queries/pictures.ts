// What a picture of an app can be made of: the screenshot of a version, or a plan.
import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Prd } from "#engine/prd/schema.ts";
import type { Database } from "../client.ts";
import { generations, projectVersions } from "../schema/index.ts";
import type { Project } from "../schema/projects.ts";

export interface PictureSource {
  /** SHA-256 of a blob. */
  pictureSha: string | null;
  prd: Prd | null;
}

const nothing: PictureSource = { pictureSha: null, prd: null };

export async function findVersionPicture(db: Database, versionId: string): Promise<PictureSource> {
  const { pictureSha, prd, projectId, artefactSha } = projectVersions;
  const row = await db
    .select({ pictureSha, prd, projectId, artefactSha })
    .from(projectVersions)
    .where(eq(projectVersions.id, versionId))
    .get();
  if (row === undefined) return nothing;
  if (row.pictureSha !== null || row.artefactSha === null) return { pictureSha: row.pictureSha, prd: row.prd };
  // One that was rolled back to runs what another one was pictured with.
  const same = await db
    .select({ pictureSha })
    .from(projectVersions)
    .where(and(eq(projectId, row.projectId), eq(artefactSha, row.artefactSha), isNotNull(pictureSha)))
    .limit(1)
    .get();
  return { pictureSha: same?.pictureSha ?? null, prd: row.prd };
}

/** Of the version that the preview shows; before there is one, of the newest plan. */
export async function findProjectPicture(
  db: Database,
  { id, currentVersionId }: Pick<Project, "id" | "currentVersionId">,
): Promise<PictureSource> {
  const current = currentVersionId === null ? nothing : await findVersionPicture(db, currentVersionId);
  if (current.pictureSha !== null || current.prd !== null) return current;
  const row = await db
    .select({ prd: generations.prd })
    .from(generations)
    .where(and(eq(generations.projectId, id), isNotNull(generations.prd)))
    .orderBy(desc(generations.id))
    .limit(1)
    .get();
  return { pictureSha: null, prd: row?.prd ?? null };
}

export async function setVersionPicture(db: Database, versionId: string, pictureSha: string): Promise<void> {
  await db.update(projectVersions).set({ pictureSha }).where(eq(projectVersions.id, versionId));
}
