import { and, asc, count, eq } from "drizzle-orm";
import type { Database } from "../client.ts";
import { auditLog, customDomains, type CustomDomain } from "../schema/index.ts";
import { isUniqueViolation } from "../unique-violation.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

export async function listDomains(db: Database, projectId: string): Promise<CustomDomain[]> {
  return db
    .select()
    .from(customDomains)
    .where(eq(customDomains.projectId, projectId))
    .orderBy(asc(customDomains.createdAt));
}

export async function countDomains(db: Database, projectId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(customDomains).where(eq(customDomains.projectId, projectId));
  return row?.count ?? 0;
}

export async function findDomainOf(db: Database, projectId: string, id: string): Promise<CustomDomain | undefined> {
  return db
    .select()
    .from(customDomains)
    .where(and(eq(customDomains.projectId, projectId), eq(customDomains.id, id)))
    .get();
}

/** Undefined when the project has this name already. */
export async function addDomain(
  db: Database,
  domain: Pick<CustomDomain, "id" | "projectId" | "environment" | "host" | "token" | "createdBy">,
  audit: AuditEntry,
): Promise<CustomDomain | undefined> {
  try {
    const [rows] = await db.batch([
      db.insert(customDomains).values(domain).returning(),
      db.insert(auditLog).values(auditRow(audit)),
    ]);
    return rows[0];
  } catch (error) {
    if (isUniqueViolation(error, "custom_domains.host")) return undefined;
    throw error;
  }
}

/** What was found when it was looked at. False when another project has proved the same name before. */
export async function recordDomainCheck(
  db: Database,
  { id, problem }: { id: string; problem: string | null },
  audit: AuditEntry | null,
): Promise<boolean> {
  const at = new Date().toISOString();
  const found = problem === null ? { status: "verified" as const, verifiedAt: at } : {};
  try {
    await db.batch([
      db
        .update(customDomains)
        .set({ ...found, problem, checkedAt: at })
        .where(eq(customDomains.id, id)),
      ...(audit === null ? [] : [db.insert(auditLog).values(auditRow(audit))]),
    ]);
    return true;
  } catch (error) {
    if (isUniqueViolation(error, "custom_domains.host")) return false;
    throw error;
  }
}

export async function removeDomain(db: Database, id: string, audit: AuditEntry): Promise<void> {
  await db.batch([
    db.delete(customDomains).where(eq(customDomains.id, id)),
    db.insert(auditLog).values(auditRow(audit)),
  ]);
}
