import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "../client.ts";
import {
  auditLog,
  projects,
  projectVersions,
  repositories,
  repositoryPushes,
  type Project,
  type ProjectVersion,
  type Repository,
  type RepositoryPush,
} from "../schema/index.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

export async function findRepository(db: Database, projectId: string): Promise<Repository | null> {
  return (await db.select().from(repositories).where(eq(repositories.projectId, projectId)).get()) ?? null;
}

/** The project is pushed there from now on. */
export async function setRepository(db: Database, row: Omit<Repository, "createdAt">): Promise<void> {
  const { owner, name, createdBy } = row;
  await db
    .insert(repositories)
    .values(row)
    .onConflictDoUpdate({ target: repositories.projectId, set: { owner, name, createdBy } });
}

/** Newest first. */
export async function listPushes(db: Database, projectId: string, limit: number): Promise<RepositoryPush[]> {
  return db
    .select()
    .from(repositoryPushes)
    .where(eq(repositoryPushes.projectId, projectId))
    .orderBy(desc(repositoryPushes.id))
    .limit(limit);
}

export async function findPush(db: Database, projectId: string, id: string): Promise<RepositoryPush | null> {
  const row = await db
    .select()
    .from(repositoryPushes)
    .where(and(eq(repositoryPushes.projectId, projectId), eq(repositoryPushes.id, id)))
    .get();
  return row ?? null;
}

export async function requestPush(
  db: Database,
  push: Pick<
    RepositoryPush,
    "id" | "projectId" | "versionId" | "owner" | "name" | "kind" | "branch" | "visibility" | "createdBy"
  >,
  audit: AuditEntry,
): Promise<void> {
  await db.batch([db.insert(repositoryPushes).values(push), db.insert(auditLog).values(auditRow(audit))]);
}

const open = ["pending", "pushing"] as const;

export async function hasOpenPush(db: Database, projectId: string): Promise<boolean> {
  const row = await db
    .select({ id: repositoryPushes.id })
    .from(repositoryPushes)
    .where(and(eq(repositoryPushes.projectId, projectId), inArray(repositoryPushes.status, [...open])))
    .limit(1)
    .get();
  return row !== undefined;
}

export async function updatePush(
  db: Database,
  id: string,
  change: Partial<
    Pick<RepositoryPush, "status" | "step" | "filesDone" | "filesTotal" | "commitSha" | "url" | "error" | "branch">
  >,
): Promise<void> {
  await db.update(repositoryPushes).set(change).where(eq(repositoryPushes.id, id));
}

/** Where a branch stood when we left it; null where we never were. */
export async function lastPushed(
  db: Database,
  { projectId, owner, name }: Pick<RepositoryPush, "projectId" | "owner" | "name">,
  branch: string,
): Promise<string | null> {
  const row = await db
    .select({ commitSha: repositoryPushes.commitSha })
    .from(repositoryPushes)
    .where(
      and(
        eq(repositoryPushes.projectId, projectId),
        eq(repositoryPushes.owner, owner),
        eq(repositoryPushes.name, name),
        eq(repositoryPushes.branch, branch),
        eq(repositoryPushes.status, "done"),
      ),
    )
    .orderBy(desc(repositoryPushes.id))
    .limit(1)
    .get();
  return row?.commitSha ?? null;
}

export interface PushToMake {
  push: RepositoryPush;
  version: Pick<ProjectVersion, "id" | "number" | "message">;
  project: Pick<Project, "id" | "name" | "description" | "workspaceId">;
}

/** Null when it, its version or its project is gone. */
export async function readPushToMake(db: Database, id: string): Promise<PushToMake | null> {
  const { number, message } = projectVersions;
  const { name, description, workspaceId } = projects;
  const row = await db
    .select({
      push: repositoryPushes,
      version: { id: projectVersions.id, number, message },
      project: { id: projects.id, name, description, workspaceId },
    })
    .from(repositoryPushes)
    .innerJoin(projectVersions, eq(projectVersions.id, repositoryPushes.versionId))
    .innerJoin(projects, eq(projects.id, repositoryPushes.projectId))
    .where(and(eq(repositoryPushes.id, id), isNull(projects.deletedAt)))
    .get();
  return row ?? null;
}
