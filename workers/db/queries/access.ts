// Who may touch what, each answer in one statement together with the thing itself. An answer is undefined both when the
// thing does not exist and when the user may not know that it does.
import { and, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { prepared, type Database } from "../client.ts";
import {
  generations,
  projectMembers,
  projects,
  projectVersions,
  workspaceMembers,
  type Generation,
  type MemberRole,
  type Project,
  type ProjectRole,
  type ProjectVersion,
  type ProjectVisibility,
} from "../schema/index.ts";

export interface ProjectAccess {
  project: Project;
  role: ProjectRole;
}

const { prd: _generationPrd, ...generationColumns } = getTableColumns(generations);
const { prd: _versionPrd, ...versionColumns } = getTableColumns(projectVersions);
/** Without the PRD, which may be large and which no access check reads. */
export type GenerationRow = Omit<Generation, "prd">;
export type VersionRow = Omit<ProjectVersion, "prd">;

const roles = { project: projects, workspaceRole: workspaceMembers.role, projectRole: projectMembers.role };
const userId = sql.placeholder("userId");
const inWorkspace = and(eq(workspaceMembers.workspaceId, projects.workspaceId), eq(workspaceMembers.userId, userId));
const inProject = and(eq(projectMembers.projectId, projects.id), eq(projectMembers.userId, userId));

const selectProject = prepared((db) =>
  db
    .select(roles)
    .from(projects)
    .leftJoin(workspaceMembers, inWorkspace)
    .leftJoin(projectMembers, inProject)
    .where(and(eq(projects.id, sql.placeholder("projectId")), isNull(projects.deletedAt)))
    .prepare(),
);

export async function findProjectAccess(
  db: Database,
  userId: string,
  projectId: string,
): Promise<ProjectAccess | undefined> {
  const row = await selectProject(db).get({ userId, projectId });
  return row && granted(row);
}

const selectGeneration = prepared((db) =>
  db
    .select({ ...roles, generation: generationColumns })
    .from(generations)
    .innerJoin(projects, eq(projects.id, generations.projectId))
    .leftJoin(workspaceMembers, inWorkspace)
    .leftJoin(projectMembers, inProject)
    .where(and(eq(generations.id, sql.placeholder("generationId")), isNull(projects.deletedAt)))
    .prepare(),
);

export async function findGenerationAccess(
  db: Database,
  userId: string,
  generationId: string,
): Promise<(ProjectAccess & { generation: GenerationRow }) | undefined> {
  const row = await selectGeneration(db).get({ userId, generationId });
  const access = row && granted(row);
  return access && { ...access, generation: row.generation };
}

/** `version`: an id, a number, or `latest` for the highest number. */
export async function findVersionAccess(
  db: Database,
  userId: string,
  projectId: string,
  version: string,
): Promise<(ProjectAccess & { version: VersionRow }) | undefined> {
  const row = await db
    .select({ ...roles, version: versionColumns })
    .from(projectVersions)
    .innerJoin(projects, eq(projects.id, projectVersions.projectId))
    .leftJoin(workspaceMembers, inWorkspace)
    .leftJoin(projectMembers, inProject)
    .where(and(eq(projectVersions.projectId, projectId), isNull(projects.deletedAt), matchesVersion(version)))
    .orderBy(desc(projectVersions.number))
    .limit(1)
    .prepare()
    .get({ userId });
  const access = row && granted(row);
  return access && { ...access, version: row.version };
}

export function matchesVersion(version: string) {
  if (version === "latest") return sql`1`;
  if (/^\d{1,9}$/.test(version)) return eq(projectVersions.number, Number(version));
  return eq(projectVersions.id, version);
}

function granted(row: {
  project: Project;
  workspaceRole: MemberRole | null;
  projectRole: ProjectRole | null;
}): ProjectAccess | undefined {
  const role = effectiveRole({ ...row, visibility: row.project.visibility });
  return role && { project: row.project, role };
}

const power: Record<ProjectRole, number> = { admin: 3, member: 2, viewer: 1 };

export function hasRole(actual: ProjectRole, needed: ProjectRole): boolean {
  return power[actual] >= power[needed];
}

/** The greater of what the workspace and the project grant (requirements E12). */
export function effectiveRole(input: {
  workspaceRole: MemberRole | null;
  projectRole: ProjectRole | null;
  visibility: ProjectVisibility;
}): ProjectRole | undefined {
  const { workspaceRole, projectRole, visibility } = input;
  if (workspaceRole === "owner" || workspaceRole === "admin") return "admin";
  const shared = visibility === "private" ? null : workspaceRole;
  if (!shared || !projectRole) return shared ?? projectRole ?? undefined;
  return hasRole(shared, projectRole) ? shared : projectRole;
}
