// Deleted projects stay for a while, hidden from everyone, and can be brought back by those who ran them.
import { and, desc, eq, gt, inArray, isNotNull, lte, or } from "drizzle-orm";
import type { Database } from "../client.ts";
import { randomBase32 } from "../ids.ts";
import { auditLog, projectMembers, projects, workspaceMembers, type Project } from "../schema/index.ts";
import { isUniqueViolation } from "../unique-violation.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

export const keptDays = 30;
const day = 24 * 60 * 60 * 1000;

export const keptSince = (now: number): string => new Date(now - keptDays * day).toISOString();

/** Those the user was an admin of, the last deleted first. */
export async function listDeletedProjects(db: Database, userId: string, since: string): Promise<Project[]> {
  const rows = await selectDeleted(db, userId, since).limit(100);
  return rows.map((row) => row.project);
}

/** Undefined when there is no such project, when it is too late, and when the user may not. */
export async function restoreProject(
  db: Database,
  input: { userId: string; projectId: string; since: string; audit: AuditEntry },
): Promise<Project | undefined> {
  const rows = await selectDeleted(db, input.userId, input.since, input.projectId).limit(1);
  const [row] = rows;
  if (!row) return undefined;
  const slug = row.project.slug.split("~")[0] ?? row.project.slug;
  for (let attempt = 0; ; attempt++) {
    const wanted = attempt === 0 ? slug : `${slug.slice(0, 40)}-${randomBase32(4 + attempt)}`;
    try {
      const [restored] = await db.batch([
        db
          .update(projects)
          .set({ deletedAt: null, slug: wanted, updatedAt: new Date().toISOString() })
          .where(and(eq(projects.id, input.projectId), isNotNull(projects.deletedAt)))
          .returning(),
        db.insert(auditLog).values(auditRow(input.audit)),
      ]);
      return restored[0];
    } catch (error) {
      // The name was taken meanwhile.
      if (attempt === 5 || !isUniqueViolation(error, "projects.slug")) throw error;
    }
  }
}

export async function listForgottenProjects(db: Database, since: string, limit: number): Promise<Project[]> {
  return db
    .select()
    .from(projects)
    .where(and(isNotNull(projects.deletedAt), lte(projects.deletedAt, since)))
    .limit(limit);
}

/** With its versions, generations and whatever else points to it. */
export async function eraseProject(db: Database, projectId: string): Promise<void> {
  await db.delete(projects).where(and(eq(projects.id, projectId), isNotNull(projects.deletedAt)));
}

function selectDeleted(db: Database, userId: string, since: string, projectId?: string) {
  return db
    .select({ project: projects })
    .from(projects)
    .leftJoin(
      workspaceMembers,
      and(eq(workspaceMembers.workspaceId, projects.workspaceId), eq(workspaceMembers.userId, userId)),
    )
    .leftJoin(projectMembers, and(eq(projectMembers.projectId, projects.id), eq(projectMembers.userId, userId)))
    .where(
      and(
        isNotNull(projects.deletedAt),
        gt(projects.deletedAt, since),
        // Whoever ran it: as effectiveRole says `admin`.
        or(inArray(workspaceMembers.role, ["owner", "admin"]), eq(projectMembers.role, "admin")),
        projectId === undefined ? undefined : eq(projects.id, projectId),
      ),
    )
    .orderBy(desc(projects.deletedAt));
}
