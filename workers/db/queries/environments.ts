import { and, asc, desc, eq } from "drizzle-orm";
import type { DeploymentEnvironment } from "#protocol/deployments.ts";
import type { Database } from "../client.ts";
import {
  auditLog,
  projectEnvironments,
  variableSets,
  type ProjectEnvironment,
  type VariableSet,
} from "../schema/index.ts";
import { isUniqueViolation } from "../unique-violation.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

export interface EnvironmentAddress {
  projectId: string;
  environment: DeploymentEnvironment;
}

/** Where it is deployed to: the platform's own hosting, unless somebody chose otherwise. */
export async function readEnvironment(
  db: Database,
  { projectId, environment }: EnvironmentAddress,
): Promise<Pick<ProjectEnvironment, "provider" | "place">> {
  const row = await db
    .select({ provider: projectEnvironments.provider, place: projectEnvironments.place })
    .from(projectEnvironments)
    .where(and(eq(projectEnvironments.projectId, projectId), eq(projectEnvironments.environment, environment)))
    .get();
  return row ?? { provider: "nexusgen", place: {} };
}

export async function listEnvironments(db: Database, projectId: string): Promise<ProjectEnvironment[]> {
  return db
    .select()
    .from(projectEnvironments)
    .where(eq(projectEnvironments.projectId, projectId))
    .orderBy(asc(projectEnvironments.environment));
}

export async function putEnvironment(
  db: Database,
  row: Pick<ProjectEnvironment, "projectId" | "environment" | "provider" | "place" | "updatedBy">,
  audit: AuditEntry,
): Promise<void> {
  const { provider, place, updatedBy } = row;
  await db.batch([
    db
      .insert(projectEnvironments)
      .values(row)
      .onConflictDoUpdate({
        target: [projectEnvironments.projectId, projectEnvironments.environment],
        set: { provider, place, updatedBy, updatedAt: new Date().toISOString() },
      }),
    db.insert(auditLog).values(auditRow(audit)),
  ]);
}

/** The set that the next deployment gets; null where none was ever made. */
export async function newestVariableSet(
  db: Database,
  { projectId, environment }: EnvironmentAddress,
): Promise<VariableSet | null> {
  const row = await db
    .select()
    .from(variableSets)
    .where(and(eq(variableSets.projectId, projectId), eq(variableSets.environment, environment)))
    .orderBy(desc(variableSets.number))
    .limit(1)
    .get();
  return row ?? null;
}

export async function findVariableSet(db: Database, id: string): Promise<VariableSet | null> {
  return (await db.select().from(variableSets).where(eq(variableSets.id, id)).get()) ?? null;
}

/** False when somebody else was quicker with the same number. */
export async function addVariableSet(
  db: Database,
  set: Omit<VariableSet, "createdAt">,
  audit: AuditEntry,
): Promise<boolean> {
  try {
    await db.batch([db.insert(variableSets).values(set), db.insert(auditLog).values(auditRow(audit))]);
    return true;
  } catch (error) {
    if (isUniqueViolation(error, "variable_sets.number")) return false;
    throw error;
  }
}
