import { and, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "../client.ts";
import { auditLog, sessions, users, type Session } from "../schema/index.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

export type NewSession = typeof sessions.$inferInsert;
export type RevokeReason = NonNullable<Session["revokedReason"]>;

/** A session of a user who signed in again. */
export async function openSession(db: Database, session: NewSession, audit: AuditEntry): Promise<void> {
  await db.batch([
    db.insert(sessions).values(session),
    db.update(users).set({ lastLoginAt: session.rotatedAt }).where(eq(users.id, session.userId)),
    db.insert(auditLog).values(auditRow(audit)),
  ]);
}

/**
 * Puts a new token in the place of the presented one, in one statement, so that of two requests with the same token
 * one wins. Undefined when the token is not the family's newest, or the family has ended.
 */
export async function rotateSession(
  db: Database,
  input: {
    familyId: string;
    tokenHash: string;
    newTokenHash: string;
    now: string;
    expiresAt: string;
  },
): Promise<{ userId: string } | undefined> {
  return db
    .update(sessions)
    .set({ tokenHash: input.newTokenHash, rotatedAt: input.now, expiresAt: input.expiresAt })
    .where(
      and(
        eq(sessions.id, input.familyId),
        eq(sessions.tokenHash, input.tokenHash),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, input.now),
      ),
    )
    .returning({ userId: sessions.userId })
    .get();
}

/** Undefined when the family does not exist or had ended before. */
export async function revokeSession(
  db: Database,
  familyId: string,
  reason: RevokeReason,
): Promise<{ userId: string } | undefined> {
  const now = new Date().toISOString();
  return db
    .update(sessions)
    .set({ revokedAt: now, revokedReason: reason })
    .where(and(eq(sessions.id, familyId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
    .returning({ userId: sessions.userId })
    .get();
}
