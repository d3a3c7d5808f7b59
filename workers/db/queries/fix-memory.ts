// The fix cache as healing uses it: looking up, learning, counting.
import { and, asc, count, countDistinct, eq, gt, inArray, isNull, min, ne, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { countOutcome, newStanding, type Outcome, type Standing } from "#engine/heal/cache/standing.ts";
import type { Database } from "../client.ts";
import { newId } from "../ids.ts";
import { fixes, fixUses, projects, workspaces, type FixRow } from "../schema/index.ts";

/**
 * A fix is lent to others once it helped in workspaces of so many people that one who plants wrong ones would need as many
 * accounts, each with a project that it mends; and no longer once it was quarantined in the workspaces of two.
 */
const sharing = { helpedIn: 3, quarantinedIn: 2 } as const;
/** A workspace knows at most so many; the one longest unused makes room. */
const mostFixes = 1_000;
/** D1 takes at most 100 values a statement. */
const mostAtOnce = 80;

/** Those of the workspace itself, quarantined ones too. */
export async function findFixes(db: Database, workspaceId: string, signatures: readonly string[]): Promise<FixRow[]> {
  if (signatures.length === 0) return [];
  return db
    .select()
    .from(fixes)
    .where(and(eq(fixes.workspaceId, workspaceId), inArray(fixes.signature, signatures.slice(0, mostAtOnce))));
}

export interface SharedFix {
  readonly signature: string;
  readonly signatureText: string;
  readonly fingerprint: string;
  readonly summary: string;
  readonly origin: FixRow["origin"];
  /** Whose stored copy can be read. */
  readonly workspaceId: string;
  /** People in whose workspaces it helped. */
  readonly helpedIn: number;
}

/** What other workspaces lend; most proven first. */
export async function findSharedFixes(
  db: Database,
  workspaceId: string,
  signatures: readonly string[],
): Promise<SharedFix[]> {
  if (signatures.length === 0) return [];
  const bad = alias(fixes, "bad");
  const badOwner = alias(workspaces, "bad_owner");
  const helpedIn = countDistinct(workspaces.createdBy);
  const withdrawn = db
    .select({ one: sql`1` })
    .from(bad)
    .innerJoin(badOwner, eq(badOwner.id, bad.workspaceId))
    .where(
      and(
        eq(bad.fingerprint, fixes.fingerprint),
        eq(bad.signature, fixes.signature),
        sql`${bad.quarantinedAt} IS NOT NULL`,
      ),
    )
    .groupBy(bad.fingerprint)
    .having(sql`${countDistinct(badOwner.createdBy)} >= ${sharing.quarantinedIn}`);
  const rows = await db
    .select({
      signature: fixes.signature,
      fingerprint: fixes.fingerprint,
      signatureText: min(fixes.signatureText),
      summary: min(fixes.summary),
      origin: min(fixes.origin),
      workspaceId: min(fixes.workspaceId),
      helpedIn,
    })
    .from(fixes)
    .innerJoin(workspaces, and(eq(workspaces.id, fixes.workspaceId), isNull(workspaces.deletedAt)))
    .where(
      and(
        inArray(fixes.signature, signatures.slice(0, mostAtOnce)),
        eq(fixes.shareable, true),
        eq(fixes.borrowed, false),
        gt(fixes.successes, 0),
        isNull(fixes.quarantinedAt),
        ne(fixes.workspaceId, workspaceId),
        notExists(withdrawn),
      ),
    )
    .groupBy(fixes.signature, fixes.fingerprint)
    .having(sql`${helpedIn} >= ${sharing.helpedIn}`)
    .orderBy(sql`${helpedIn} DESC`, asc(fixes.fingerprint));
  return rows.flatMap(({ signatureText, summary, origin, workspaceId: lender, ...row }) =>
    signatureText === null || summary === null || origin === null || lender === null
      ? []
      : { ...row, signatureText, summary, origin, workspaceId: lender },
  );
}

export type NewFix = Pick<
  FixRow,
  | "workspaceId"
  | "signature"
  | "signatureText"
  | "fingerprint"
  | "summary"
  | "message"
  | "origin"
  | "projectId"
  | "shareable"
  | "borrowed"
>;

/** The row, whether it is new or was there. */
export async function keepFix(db: Database, fix: NewFix): Promise<FixRow> {
  const now = new Date().toISOString();
  const [made] = await db
    .insert(fixes)
    .values({ ...fix, id: newId("fix"), weighedAt: now, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (made) {
    await makeRoom(db, fix.workspaceId);
    return made;
  }
  const known = await db
    .select()
    .from(fixes)
    .where(
      and(
        eq(fixes.workspaceId, fix.workspaceId),
        eq(fixes.signature, fix.signature),
        eq(fixes.fingerprint, fix.fingerprint),
      ),
    )
    .get();
  if (!known) throw new Error("A fix was forgotten while it was learned.");
  return known;
}

async function makeRoom(db: Database, workspaceId: string): Promise<void> {
  const row = await db.select({ known: count() }).from(fixes).where(eq(fixes.workspaceId, workspaceId)).get();
  const tooMany = (row?.known ?? 0) - mostFixes;
  if (tooMany <= 0) return;
  const oldest = db
    .select({ id: fixes.id })
    .from(fixes)
    .where(eq(fixes.workspaceId, workspaceId))
    .orderBy(sql`coalesce(${fixes.lastUsedAt}, ${fixes.createdAt})`, asc(fixes.id))
    .limit(tooMany);
  await db.delete(fixes).where(inArray(fixes.id, oldest));
}

export interface FixUse {
  readonly fixId: string;
  readonly generationId: string;
  readonly round: number;
  readonly outcome: Outcome;
}

/** Counts what is not counted yet. A fix that was forgotten meanwhile is left out. */
export async function countUses(db: Database, uses: readonly FixUse[]): Promise<void> {
  const at = new Date().toISOString();
  for (const use of uses) {
    const known = await db.select({ id: fixes.id }).from(fixes).where(eq(fixes.id, use.fixId)).get();
    if (!known) continue;
    await db
      .insert(fixUses)
      .values({ ...use, at })
      .onConflictDoNothing();
    const counted = await db
      .select({ outcome: fixUses.outcome, at: fixUses.at })
      .from(fixUses)
      .where(eq(fixUses.fixId, use.fixId))
      .orderBy(asc(fixUses.at), asc(fixUses.generationId), asc(fixUses.round));
    await db
      .update(fixes)
      .set(standingColumns(counted.reduce(addUse, newStanding(Date.parse(counted[0]?.at ?? at)))))
      .where(eq(fixes.id, use.fixId));
  }
}

const addUse = (standing: Standing, { outcome, at }: { outcome: Outcome; at: string }): Standing =>
  countOutcome(standing, outcome, Date.parse(at));

function standingColumns({ weighedAt, lastUsedAt, quarantinedAt, ...counts }: Standing) {
  const time = (value: number | null) => (value === null ? null : new Date(value).toISOString());
  return {
    ...counts,
    weighedAt: new Date(weighedAt).toISOString(),
    lastUsedAt: time(lastUsedAt),
    quarantinedAt: time(quarantinedAt),
  };
}

export function standingOf(row: FixRow): Standing {
  const { successes, failures, failuresInRow, successWeight, failureWeight } = row;
  const time = (value: string | null) => (value === null ? null : Date.parse(value));
  return {
    successes,
    failures,
    failuresInRow,
    successWeight,
    failureWeight,
    weighedAt: Date.parse(row.weighedAt),
    lastUsedAt: time(row.lastUsedAt),
    quarantinedAt: time(row.quarantinedAt),
  };
}

/** Null when the project is gone. */
export async function workspaceOf(db: Database, projectId: string): Promise<string | null> {
  const row = await db
    .select({ id: projects.workspaceId })
    .from(projects)
    .where(and(eq(projects.id, projectId), isNull(projects.deletedAt)))
    .get();
  return row?.id ?? null;
}

/** Those that are still known. */
export async function fixesOf(db: Database, ids: readonly string[]): Promise<FixRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(fixes)
    .where(inArray(fixes.id, ids.slice(0, mostAtOnce)));
}
