import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "../client.ts";
import { auditLog, workspaceMembers, workspaces, type MemberRole, type Workspace } from "../schema/index.ts";
import { memberRoles } from "../vocabulary.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

export interface WorkspaceAccess {
  workspace: Workspace;
  memberRole: MemberRole;
}

/** Undefined both when there is none and when the user is no member of it. */
export async function findWorkspaceAccess(
  db: Database,
  userId: string,
  workspaceId: string,
): Promise<WorkspaceAccess | undefined> {
  return selectAccess(db)
    .where(and(eq(workspaces.id, workspaceId), eq(workspaceMembers.userId, userId), isNull(workspaces.deletedAt)))
    .get();
}

/** Oldest first: a user's personal one leads. */
export async function listWorkspaces(db: Database, userId: string): Promise<WorkspaceAccess[]> {
  return selectAccess(db)
    .where(and(eq(workspaceMembers.userId, userId), isNull(workspaces.deletedAt)))
    .orderBy(asc(workspaces.id));
}

function selectAccess(db: Database) {
  return db
    .select({ workspace: workspaces, memberRole: workspaceMembers.role })
    .from(workspaceMembers)
    .innerJoin(workspaces, eq(workspaces.id, workspaceMembers.workspaceId));
}

/** `memberRoles` are in falling order of power. */
export function hasMemberRole(actual: MemberRole, needed: MemberRole): boolean {
  return memberRoles.indexOf(actual) <= memberRoles.indexOf(needed);
}

export async function setMonthlyBudget(
  db: Database,
  workspaceId: string,
  monthlyBudgetUsd: number | null,
  audit: AuditEntry,
): Promise<void> {
  await db.batch([
    db.update(workspaces).set({ monthlyBudgetUsd }).where(eq(workspaces.id, workspaceId)),
    db.insert(auditLog).values(auditRow(audit)),
  ]);
}
