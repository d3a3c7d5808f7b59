import { and, asc, eq } from "drizzle-orm";
import type { ConnectionId } from "#protocol/deploy-targets.ts";
import type { Database } from "../client.ts";
import { auditLog, connections, users, type Connection } from "../schema/index.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

export type ListedConnection = Omit<Connection, "sealedSecret"> & { createdByName: string };

const at = (workspaceId: string, provider: ConnectionId) =>
  and(eq(connections.workspaceId, workspaceId), eq(connections.provider, provider));

export async function listConnections(db: Database, workspaceId: string): Promise<ListedConnection[]> {
  const rows = await db
    .select({ connection: connections, createdByName: users.name })
    .from(connections)
    .innerJoin(users, eq(users.id, connections.createdBy))
    .where(eq(connections.workspaceId, workspaceId))
    .orderBy(asc(connections.provider));
  return rows.map(({ connection: { sealedSecret: _sealed, ...rest }, createdByName }) => ({ ...rest, createdByName }));
}

export async function findConnection(
  db: Database,
  workspaceId: string,
  provider: ConnectionId,
): Promise<Connection | undefined> {
  return db.select().from(connections).where(at(workspaceId, provider)).get();
}

/** One that was there is replaced. */
export async function putConnection(
  db: Database,
  row: Pick<Connection, "workspaceId" | "provider" | "sealedSecret" | "lastSigns" | "account" | "login" | "createdBy">,
  audit: AuditEntry,
): Promise<void> {
  const { workspaceId: _workspace, provider: _provider, ...fields } = row;
  const now = new Date().toISOString();
  await db.batch([
    db
      .insert(connections)
      .values({ ...row, testedAt: now })
      .onConflictDoUpdate({
        target: [connections.workspaceId, connections.provider],
        set: { ...fields, createdAt: now, testedAt: now, testProblem: null, usedAt: null },
      }),
    db.insert(auditLog).values(auditRow(audit)),
  ]);
}

export async function recordConnectionTest(
  db: Database,
  { workspaceId, provider, login, testProblem }: Pick<Connection, "workspaceId" | "provider" | "login" | "testProblem">,
): Promise<void> {
  const testedAt = new Date().toISOString();
  await db.update(connections).set({ login, testProblem, testedAt }).where(at(workspaceId, provider));
}

export async function recordConnectionUse(db: Database, workspaceId: string, provider: ConnectionId): Promise<void> {
  await db.update(connections).set({ usedAt: new Date().toISOString() }).where(at(workspaceId, provider));
}

/** False when there was none. */
export async function deleteConnection(
  db: Database,
  workspaceId: string,
  provider: ConnectionId,
  audit: AuditEntry,
): Promise<boolean> {
  if (!(await findConnection(db, workspaceId, provider))) return false;
  await db.batch([
    db.delete(connections).where(at(workspaceId, provider)),
    db.insert(auditLog).values(auditRow(audit)),
  ]);
  return true;
}
