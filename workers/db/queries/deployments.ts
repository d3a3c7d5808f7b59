import { and, asc, desc, eq, getTableColumns, inArray, lt } from "drizzle-orm";
import type { ReceiverReport } from "#protocol/deployments.ts";
import type { Database } from "../client.ts";
import {
  deploymentLines,
  deployments,
  projects,
  projectVersions,
  users,
  type Deployment,
  type DeploymentEnvironment,
  type DeploymentLine,
  type Project,
  type ProjectVersion,
} from "../schema/index.ts";

/** With what people know it by. */
export interface ListedDeployment extends Deployment {
  versionNumber: number | null;
  versionMessage: string | null;
  createdByName: string | null;
}

const listed = {
  ...getTableColumns(deployments),
  versionNumber: projectVersions.number,
  versionMessage: projectVersions.message,
  createdByName: users.name,
};

const selectListed = (db: Database) =>
  db
    .select(listed)
    .from(deployments)
    .leftJoin(projectVersions, eq(projectVersions.id, deployments.versionId))
    .leftJoin(users, eq(users.id, deployments.createdBy));

/** Newest first; one row more than `limit`. */
export async function listDeployments(
  db: Database,
  input: {
    projectId: string;
    environment?: DeploymentEnvironment | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<ListedDeployment[]> {
  return selectListed(db)
    .where(
      and(
        eq(deployments.projectId, input.projectId),
        input.environment ? eq(deployments.environment, input.environment) : undefined,
        input.cursor ? lt(deployments.id, input.cursor) : undefined,
      ),
    )
    .orderBy(desc(deployments.id))
    .limit(input.limit + 1);
}

export async function findDeployment(db: Database, projectId: string, id: string): Promise<ListedDeployment | null> {
  const row = await selectListed(db)
    .where(and(eq(deployments.projectId, projectId), eq(deployments.id, id)))
    .get();
  return row ?? null;
}

interface Place {
  projectId: string;
  environment: DeploymentEnvironment;
}

/** What the environment serves at its provider; null before the first. */
export async function currentDeployment(
  db: Database,
  { projectId, environment }: Place,
  provider: string,
): Promise<ListedDeployment | null> {
  const row = await selectListed(db)
    .where(
      and(
        eq(deployments.projectId, projectId),
        eq(deployments.environment, environment),
        eq(deployments.provider, provider),
        eq(deployments.status, "ready"),
      ),
    )
    .orderBy(desc(deployments.readyAt), desc(deployments.id))
    .limit(1)
    .get();
  return row ?? null;
}

const openStatuses = ["pending", "building", "deploying"] as const;

/** The deployment that is under way; null when there is none. */
export async function openDeploymentOf(
  db: Database,
  { projectId, environment }: Place,
): Promise<ListedDeployment | null> {
  const row = await selectListed(db)
    .where(
      and(
        eq(deployments.projectId, projectId),
        eq(deployments.environment, environment),
        inArray(deployments.status, [...openStatuses]),
      ),
    )
    .orderBy(desc(deployments.id))
    .limit(1)
    .get();
  return row ?? null;
}

export async function newestDeployment(
  db: Database,
  { projectId, environment }: Place,
): Promise<ListedDeployment | null> {
  const [row] = await listDeployments(db, { projectId, environment, limit: 0 });
  return row ?? null;
}

export async function listDeploymentLines(db: Database, deploymentId: string): Promise<DeploymentLine[]> {
  return db
    .select()
    .from(deploymentLines)
    .where(eq(deploymentLines.deploymentId, deploymentId))
    .orderBy(asc(deploymentLines.id))
    .limit(1_000);
}

export interface DeploymentToShip {
  deployment: Deployment;
  version: Pick<ProjectVersion, "id" | "number" | "message" | "artefactSha">;
  project: Pick<Project, "id" | "name" | "slug" | "hostLabel" | "stack" | "workspaceId" | "settings">;
}

/** Null when it, its version or its project is gone. */
export async function readDeploymentToShip(db: Database, id: string): Promise<DeploymentToShip | null> {
  const { number, message, artefactSha } = projectVersions;
  const { name, slug, hostLabel, stack, workspaceId, settings, deletedAt } = projects;
  const row = await db
    .select({
      deployment: deployments,
      version: { id: projectVersions.id, number, message, artefactSha },
      project: { id: projects.id, name, slug, hostLabel, stack, workspaceId, settings, deletedAt },
    })
    .from(deployments)
    .innerJoin(projectVersions, eq(projectVersions.id, deployments.versionId))
    .innerJoin(projects, eq(projects.id, deployments.projectId))
    .where(eq(deployments.id, id))
    .get();
  if (!row || row.project.deletedAt !== null) return null;
  const { deletedAt: _deleted, ...project } = row.project;
  return { ...row, project };
}

/** What a webhook's receiver has said of it; null until then. */
export async function readReport(db: Database, id: string): Promise<ReceiverReport | null> {
  const row = await db.select({ report: deployments.report }).from(deployments).where(eq(deployments.id, id)).get();
  return row?.report ?? null;
}
