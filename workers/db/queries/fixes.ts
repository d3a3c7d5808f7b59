// The fix cache of a workspace, for people: what it knows, and forgetting.
import { and, count, desc, eq, isNotNull, isNull, lt, sql, sum } from "drizzle-orm";
import type { Database } from "../client.ts";
import { auditLog, fixes, projects, type FixRow } from "../schema/index.ts";
import type { FixState, fixOrigins } from "../vocabulary.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

export interface ListedFix extends FixRow {
  /** Null when it is gone or was never here. */
  readonly project: { readonly id: string; readonly name: string; readonly isPrivate: boolean } | null;
}

export interface FixFilter {
  readonly workspaceId: string;
  readonly state?: FixState | undefined;
  readonly origin?: (typeof fixOrigins)[number] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Newest first; one row more than `limit`. */
export async function listFixes(db: Database, filter: FixFilter): Promise<ListedFix[]> {
  const { workspaceId, state, origin, cursor, limit } = filter;
  const rows = await db
    .select({ fix: fixes, id: projects.id, name: projects.name, visibility: projects.visibility })
    .from(fixes)
    .leftJoin(projects, and(eq(projects.id, fixes.projectId), isNull(projects.deletedAt)))
    .where(
      and(
        eq(fixes.workspaceId, workspaceId),
        state && (state === "active" ? isNull(fixes.quarantinedAt) : isNotNull(fixes.quarantinedAt)),
        origin && eq(fixes.origin, origin),
        cursor ? lt(fixes.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(fixes.id))
    .limit(limit + 1);
  return rows.map(({ fix, id, name, visibility }) => ({
    ...fix,
    project: id === null || name === null ? null : { id, name, isPrivate: visibility === "private" },
  }));
}

export interface FixTotals {
  readonly fixes: number;
  readonly successes: number;
  readonly failures: number;
  readonly quarantined: number;
}

export async function countFixes(db: Database, workspaceId: string): Promise<FixTotals> {
  const row = await db
    .select({
      fixes: count(),
      successes: sum(fixes.successes).mapWith(Number),
      failures: sum(fixes.failures).mapWith(Number),
      quarantined: count(fixes.quarantinedAt),
    })
    .from(fixes)
    .where(eq(fixes.workspaceId, workspaceId))
    .get();
  return {
    fixes: row?.fixes ?? 0,
    successes: row?.successes ?? 0,
    failures: row?.failures ?? 0,
    quarantined: row?.quarantined ?? 0,
  };
}

export interface ForgottenFix {
  readonly signature: string;
  readonly fingerprint: string;
  /** Nothing else of the workspace needs the signature's vector, or the stored fix. */
  readonly isLastOfSignature: boolean;
  readonly isLastOfFingerprint: boolean;
}

/** Undefined when the workspace has no such fix. */
export async function forgetFix(
  db: Database,
  workspaceId: string,
  fixId: string,
  audit: AuditEntry,
): Promise<ForgottenFix | undefined> {
  const row = await db
    .select({ signature: fixes.signature, fingerprint: fixes.fingerprint })
    .from(fixes)
    .where(and(eq(fixes.workspaceId, workspaceId), eq(fixes.id, fixId)))
    .get();
  if (!row) return undefined;
  await db.batch([db.delete(fixes).where(eq(fixes.id, fixId)), db.insert(auditLog).values(auditRow(audit))]);
  const left = await db
    .select({
      signatures: count(sql`CASE WHEN ${fixes.signature} = ${row.signature} THEN 1 END`),
      fingerprints: count(sql`CASE WHEN ${fixes.fingerprint} = ${row.fingerprint} THEN 1 END`),
    })
    .from(fixes)
    .where(eq(fixes.workspaceId, workspaceId))
    .get();
  return { ...row, isLastOfSignature: !left?.signatures, isLastOfFingerprint: !left?.fingerprints };
}
