import { and, asc, eq } from "drizzle-orm";
import type { ProviderId } from "#engine/llm/provider.ts";
import type { Database } from "../client.ts";
import { auditLog, projects, providerKeys, users, type ProviderKey } from "../schema/index.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

/** Of the workspace that a project is in. */
export async function listProjectKeys(db: Database, projectId: string): Promise<ProviderKey[]> {
  const rows = await db
    .select({ key: providerKeys })
    .from(providerKeys)
    .innerJoin(projects, eq(projects.workspaceId, providerKeys.workspaceId))
    .where(eq(projects.id, projectId))
    .orderBy(asc(providerKeys.provider));
  return rows.map(({ key }) => key);
}

export async function listSealedKeys(db: Database, workspaceId: string): Promise<ProviderKey[]> {
  return db
    .select()
    .from(providerKeys)
    .where(eq(providerKeys.workspaceId, workspaceId))
    .orderBy(asc(providerKeys.provider));
}

export type ListedKey = Omit<ProviderKey, "sealedKey"> & { createdByName: string };

export async function listWorkspaceKeys(db: Database, workspaceId: string): Promise<ListedKey[]> {
  const rows = await db
    .select({ key: providerKeys, createdByName: users.name })
    .from(providerKeys)
    .innerJoin(users, eq(users.id, providerKeys.createdBy))
    .where(eq(providerKeys.workspaceId, workspaceId))
    .orderBy(asc(providerKeys.provider));
  return rows.map(({ key: { sealedKey: _sealed, ...key }, createdByName }) => ({ ...key, createdByName }));
}

export async function findWorkspaceKey(
  db: Database,
  workspaceId: string,
  provider: ProviderId,
): Promise<ProviderKey | undefined> {
  return db.select().from(providerKeys).where(at(workspaceId, provider)).get();
}

type NewKey = Pick<
  ProviderKey,
  "workspaceId" | "provider" | "sealedKey" | "lastSigns" | "baseUrl" | "model" | "createdBy"
>;

/** A key that was there is replaced, and what was known of it is forgotten. */
export async function putWorkspaceKey(db: Database, key: NewKey, audit: AuditEntry): Promise<void> {
  const { workspaceId: _workspace, provider: _provider, ...fields } = key;
  const fresh = { createdAt: new Date().toISOString(), testedAt: null, testOutcome: null, testMessage: null };
  await db.batch([
    db
      .insert(providerKeys)
      .values(key)
      .onConflictDoUpdate({
        target: [providerKeys.workspaceId, providerKeys.provider],
        set: { ...fields, ...fresh },
      }),
    db.insert(auditLog).values(auditRow(audit)),
  ]);
}

/** False when there was none. */
export async function deleteWorkspaceKey(
  db: Database,
  workspaceId: string,
  provider: ProviderId,
  audit: AuditEntry,
): Promise<boolean> {
  if (!(await findWorkspaceKey(db, workspaceId, provider))) return false;
  await db.batch([
    db.delete(providerKeys).where(at(workspaceId, provider)),
    db.insert(auditLog).values(auditRow(audit)),
  ]);
  return true;
}

/** `sealedKey`: the key that was tried; a result about one that was replaced meanwhile is dropped. */
export async function recordKeyTest(
  db: Database,
  { workspaceId, provider, sealedKey }: Pick<ProviderKey, "workspaceId" | "provider" | "sealedKey">,
  result: Pick<ProviderKey, "testedAt" | "testOutcome" | "testMessage">,
  audit: AuditEntry,
): Promise<void> {
  const same = sealedKey === null ? undefined : eq(providerKeys.sealedKey, sealedKey);
  await db.batch([
    db
      .update(providerKeys)
      .set(result)
      .where(and(at(workspaceId, provider), same)),
    db.insert(auditLog).values(auditRow(audit)),
  ]);
}

function at(workspaceId: string, provider: ProviderId) {
  return and(eq(providerKeys.workspaceId, workspaceId), eq(providerKeys.provider, provider));
}
