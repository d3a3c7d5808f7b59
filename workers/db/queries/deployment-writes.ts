// What is written about deployments.
import { and, eq, inArray } from "drizzle-orm";
import type { DeploymentEnvironment } from "#protocol/deployments.ts";
import type { Database } from "../client.ts";
import { auditLog, deploymentLines, deployments, type Deployment } from "../schema/index.ts";
import { isUniqueViolation } from "../unique-violation.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

/** Of the loop: it deploys at once. */
export async function openDeployment(
  db: Database,
  deployment: {
    id: string;
    projectId: string;
    versionId: string;
    generationId: string;
    environment: DeploymentEnvironment;
    variablesId: string | null;
    createdBy: string;
    /** The platform's own hosting when absent. */
    provider?: string;
  },
): Promise<void> {
  const { variablesId } = deployment;
  await db
    .insert(deployments)
    .values({ ...deployment, status: "deploying" })
    .onConflictDoUpdate({ target: deployments.id, set: { status: "deploying", variablesId, error: null } });
}

export type NewDeployment = Pick<
  Deployment,
  "id" | "projectId" | "versionId" | "environment" | "provider" | "trigger" | "sourceId" | "variablesId" | "createdBy"
>;

/** Of a person: it waits for its turn. False when another one of the environment is under way. */
export async function requestDeployment(db: Database, deployment: NewDeployment, audit: AuditEntry): Promise<boolean> {
  try {
    await db.batch([
      db.insert(deployments).values({ ...deployment, status: "pending" }),
      db.insert(auditLog).values(auditRow(audit)),
    ]);
    return true;
  } catch (error) {
    if (isUniqueViolation(error, "deployments.environment")) return false;
    throw error;
  }
}

/** The environment serves an earlier deployment again. */
export async function recordRecovery(
  db: Database,
  recovery: NewDeployment & Pick<Deployment, "url" | "externalId">,
): Promise<void> {
  const at = new Date().toISOString();
  await db.insert(deployments).values({ ...recovery, status: "ready", readyAt: at, healthyAt: at });
}

/** Ends and cancelled deployments stay as they are: false then. */
export async function moveDeployment(
  db: Database,
  id: string,
  change: Partial<Pick<Deployment, "status" | "url" | "error" | "externalId" | "healthyAt" | "readyAt" | "report">>,
): Promise<boolean> {
  const moved = await db
    .update(deployments)
    .set(change)
    .where(and(eq(deployments.id, id), inArray(deployments.status, ["pending", "building", "deploying"])))
    .returning({ id: deployments.id });
  return moved.length > 0;
}

export async function closeDeployment(
  db: Database,
  id: string,
  end: { status: "ready"; url: string; externalId?: string | null } | { status: "failed" | "cancelled"; error: string },
): Promise<boolean> {
  const at = end.status === "ready" ? new Date().toISOString() : null;
  return moveDeployment(db, id, { ...end, readyAt: at, healthyAt: at });
}

export async function addDeploymentLine(
  db: Database,
  deploymentId: string,
  level: "info" | "warn" | "error",
  text: string,
): Promise<void> {
  await db.insert(deploymentLines).values({ deploymentId, level, text: text.slice(0, 4_000) });
}
