import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import type { Database } from "../client.ts";
import { apiTokens, auditLog, users, type ApiToken } from "../schema/index.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

export type ListedToken = Omit<ApiToken, "tokenHash">;

const { tokenHash: _hash, ...listed } = {
  id: apiTokens.id,
  userId: apiTokens.userId,
  name: apiTokens.name,
  tokenHash: apiTokens.tokenHash,
  lastCharacters: apiTokens.lastCharacters,
  scope: apiTokens.scope,
  expiresAt: apiTokens.expiresAt,
  lastUsedAt: apiTokens.lastUsedAt,
  revokedAt: apiTokens.revokedAt,
  createdAt: apiTokens.createdAt,
};

/** Those that may still be used, and those that ran out; newest first. */
export async function listApiTokens(db: Database, userId: string): Promise<ListedToken[]> {
  return db
    .select(listed)
    .from(apiTokens)
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt)))
    .orderBy(desc(apiTokens.id))
    .limit(100);
}

export async function createApiToken(
  db: Database,
  token: Omit<typeof apiTokens.$inferInsert, "createdAt">,
  audit: AuditEntry,
): Promise<ListedToken> {
  const [rows] = await db.batch([
    db.insert(apiTokens).values(token).returning(listed),
    db.insert(auditLog).values(auditRow(audit)),
  ]);
  const [row] = rows;
  if (!row) throw new Error("D1 returned no row for the inserted token");
  return row;
}

/** False when the user has no such token. */
export async function revokeApiToken(
  db: Database,
  input: { userId: string; tokenId: string; at: string; audit: AuditEntry },
): Promise<boolean> {
  const rows = await db
    .update(apiTokens)
    .set({ revokedAt: input.at })
    .where(and(eq(apiTokens.id, input.tokenId), eq(apiTokens.userId, input.userId), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id });
  if (rows.length === 0) return false;
  await db.insert(auditLog).values(auditRow(input.audit));
  return true;
}

export async function findApiToken(db: Database, tokenHash: string, now: string) {
  return db
    .select({ id: apiTokens.id, userId: apiTokens.userId, scope: apiTokens.scope, lastUsedAt: apiTokens.lastUsedAt })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(
      and(
        eq(apiTokens.tokenHash, tokenHash),
        isNull(apiTokens.revokedAt),
        isNull(users.deletedAt),
        or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, now)),
      ),
    )
    .get();
}

export async function touchApiToken(db: Database, tokenId: string, at: string): Promise<void> {
  await db.update(apiTokens).set({ lastUsedAt: at }).where(eq(apiTokens.id, tokenId));
}
