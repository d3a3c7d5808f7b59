import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { prepared, type Database } from "../client.ts";
import { newId, randomBase32 } from "../ids.ts";
import {
  auditLog,
  generations,
  projectMembers,
  projects,
  workspaceMembers,
  workspaces,
  type Generation,
  type Project,
  type ProjectRole,
  type ProjectSettings,
  type ProjectStatus,
  type ProjectVisibility,
  type StackName,
} from "../schema/index.ts";
import { isUniqueViolation } from "../unique-violation.ts";
import { effectiveRole } from "./access.ts";
import { auditRow, type AuditEntry } from "./audit.ts";
import { isVisibleTo, literalPattern } from "./visible-projects.ts";

/** The workspace a new project goes to: the named one, or the user's personal one. Undefined when they may not. */
export async function findWorkspaceForNewProject(
  db: Database,
  userId: string,
  workspaceId: string | undefined,
): Promise<{ id: string; role: (typeof workspaceMembers.$inferSelect)["role"] } | undefined> {
  return db
    .select({ id: workspaces.id, role: workspaceMembers.role })
    .from(workspaceMembers)
    .innerJoin(workspaces, eq(workspaces.id, workspaceMembers.workspaceId))
    .where(
      and(
        eq(workspaceMembers.userId, userId),
        isNull(workspaces.deletedAt),
        workspaceId
          ? eq(workspaces.id, workspaceId)
          : and(eq(workspaces.kind, "personal"), eq(workspaces.createdBy, userId)),
      ),
    )
    .get();
}

export interface NewProject {
  workspaceId: string;
  name: string;
  slug: string;
  description: string;
  stack: StackName;
  createdBy: string;
}

/** A slug that is taken in the workspace gets a random end. The creator becomes an admin of the project. */
export async function createProject(db: Database, input: NewProject): Promise<Project> {
  for (let attempt = 0; ; attempt++) {
    const id = newId("project");
    const slug = attempt === 0 ? input.slug : `${input.slug.slice(0, 40)}-${randomBase32(4 + attempt)}`;
    try {
      const [rows] = await db.batch([
        db
          .insert(projects)
          .values({ ...input, id, slug, hostLabel: newHostLabel(input.slug) })
          .returning(),
        db.insert(projectMembers).values({ projectId: id, userId: input.createdBy, role: "admin" }),
      ]);
      const project = rows[0];
      if (!project) throw new Error("D1 returned no row for the inserted project");
      return project;
    } catch (error) {
      if (attempt === 5 || !isUniqueViolation(error, "projects.slug")) throw error;
    }
  }
}

/** At most 50 characters, so that an environment's suffix still fits a DNS label (63). */
function newHostLabel(slug: string): string {
  return `${slug.slice(0, 39).replace(/-+$/, "")}-${randomBase32(10)}`;
}

export interface ProjectListing {
  userId: string;
  workspaceId?: string | undefined;
  search?: string | undefined;
  /** A project's id: the page starts after it. */
  cursor?: string | undefined;
  limit: number;
}

const ofUser = eq(workspaceMembers.userId, sql.placeholder("userId"));
const workspaceId = sql.placeholder("workspaceId");
const pattern = sql.placeholder("pattern");

const selectProjects = prepared((db) => {
  return db
    .select({
      project: projects,
      workspaceRole: workspaceMembers.role,
      projectRole: projectMembers.role,
      generationStatus: sql<Generation["status"] | null>`(SELECT ${generations.status} FROM ${generations}
        WHERE ${generations.projectId} = ${projects.id} ORDER BY ${generations.id} DESC LIMIT 1)`,
    })
    .from(projects)
    .leftJoin(workspaceMembers, and(eq(workspaceMembers.workspaceId, projects.workspaceId), ofUser))
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.projectId, projects.id), eq(projectMembers.userId, sql.placeholder("userId"))),
    )
    .where(
      and(
        isVisibleTo(db, sql.placeholder("userId")),
        sql`(${workspaceId} IS NULL OR ${projects.workspaceId} = ${workspaceId})`,
        lt(projects.id, sql.placeholder("before")),
        sql`(${pattern} IS NULL OR ${projects.name} LIKE ${pattern} ESCAPE '\\' OR ${projects.description} LIKE ${pattern} ESCAPE '\\')`,
      ),
    )
    .orderBy(desc(projects.id))
    .limit(sql.placeholder("limit"))
    .prepare();
});

/** Sorts after every id. */
const afterAll = "~";

export interface ListedProject {
  project: Project;
  role: ProjectRole;
  /** Of its newest generation. */
  generationStatus: Generation["status"] | null;
}

/** Newest first; one row more than `limit`. */
export async function listProjects(
  db: Database,
  { userId, workspaceId, search, cursor, limit }: ProjectListing,
): Promise<ListedProject[]> {
  const rows = await selectProjects(db).all({
    userId,
    workspaceId: workspaceId ?? null,
    before: cursor ?? afterAll,
    pattern: search === undefined ? null : literalPattern(search),
    limit: limit + 1,
  });
  return rows.flatMap((row) => {
    const role = effectiveRole({ ...row, visibility: row.project.visibility });
    return role ? [{ project: row.project, role, generationStatus: row.generationStatus }] : [];
  });
}

export interface ProjectChanges {
  name?: string | undefined;
  description?: string | undefined;
  visibility?: ProjectVisibility | undefined;
  settings?: ProjectSettings | undefined;
  status?: ProjectStatus | undefined;
}

/** Fields that are undefined stay. */
export async function updateProject(
  db: Database,
  projectId: string,
  changes: ProjectChanges,
): Promise<Project | undefined> {
  return db
    .update(projects)
    .set({
      ...(changes.name !== undefined && { name: changes.name }),
      ...(changes.description !== undefined && { description: changes.description }),
      ...(changes.visibility !== undefined && { visibility: changes.visibility }),
      ...(changes.settings !== undefined && { settings: changes.settings }),
      ...(changes.status !== undefined && { status: changes.status }),
      updatedAt: new Date().toISOString(),
    })
    .where(and(eq(projects.id, projectId), isNull(projects.deletedAt)))
    .returning()
    .get();
}

/** Hides the project from everyone and frees its slug. */
export async function deleteProject(db: Database, projectId: string, audit: AuditEntry): Promise<void> {
  await db.batch([
    db
      .update(projects)
      .set({
        deletedAt: new Date().toISOString(),
        slug: sql`${projects.slug} || '~' || ${projects.id}`,
      })
      .where(and(eq(projects.id, projectId), isNull(projects.deletedAt))),
    db.insert(auditLog).values(auditRow(audit)),
  ]);
}
