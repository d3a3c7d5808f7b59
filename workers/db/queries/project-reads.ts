// What the loop reads of a project on its own account, without a caller whose membership could be checked.
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../client.ts";
import { projects, type Project } from "../schema/index.ts";

/** The version that the preview shows; null before the first one. */
export async function readCurrentVersionId(db: Database, projectId: string): Promise<string | null> {
  const [row] = await db
    .select({ currentVersionId: projects.currentVersionId })
    .from(projects)
    .where(eq(projects.id, projectId))
    .limit(1);
  return row?.currentVersionId ?? null;
}

/** What a generation of it begins with; null for an unknown or deleted project. */
export async function readProjectToWorkOn(
  db: Database,
  projectId: string,
): Promise<Pick<Project, "name" | "slug" | "stack" | "settings" | "status" | "createdBy"> | null> {
  const { name, slug, stack, settings, status, createdBy } = projects;
  const [row] = await db
    .select({ name, slug, stack, settings, status, createdBy })
    .from(projects)
    .where(and(eq(projects.id, projectId), isNull(projects.deletedAt)))
    .limit(1);
  return row ?? null;
}

/** null for an unknown or deleted project. */
export async function readHostLabel(db: Database, projectId: string): Promise<string | null> {
  const [row] = await db
    .select({ hostLabel: projects.hostLabel })
    .from(projects)
    .where(and(eq(projects.id, projectId), isNull(projects.deletedAt)))
    .limit(1);
  return row?.hostLabel ?? null;
}
