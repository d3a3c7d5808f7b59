import type { Database } from "../client.ts";
import { newId } from "../ids.ts";
import { auditLog, type AuditAction } from "../schema/index.ts";

export interface AuditEntry {
  action: AuditAction;
  actorId: string | null;
  targetId: string | null;
  ip: string | null;
  userAgent: string | null;
  requestId: string | null;
  /** Never a secret, a token or a password. */
  details?: Record<string, string | number | boolean | null>;
}

export function auditRow(entry: AuditEntry): typeof auditLog.$inferInsert {
  return { ...entry, id: newId("audit") };
}

export async function recordAudit(db: Database, entry: AuditEntry): Promise<void> {
  await db.insert(auditLog).values(auditRow(entry));
}
