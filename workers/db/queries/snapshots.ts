import { and, desc, eq, getTableColumns, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { projects, projectVersions, type Snapshot, snapshots } from "../schema/index.ts";

export type SnapshotWithVersion = Snapshot & { versionNumber: number | null };

const now = () => new Date().toISOString();

/** Live ones, newest first. */
export async function listSnapshots(db: Database, projectId: string): Promise<SnapshotWithVersion[]> {
  return db
    .select({ ...getTableColumns(snapshots), versionNumber: projectVersions.number })
    .from(snapshots)
    .leftJoin(projectVersions, eq(projectVersions.id, snapshots.versionId))
    .where(and(eq(snapshots.projectId, projectId), isNull(snapshots.revokedAt)))
    .orderBy(desc(snapshots.id));
}

/** Those whose time is over, the oldest first. */
export async function listExpiredSnapshots(db: Database, most: number): Promise<Snapshot[]> {
  return db
    .select()
    .from(snapshots)
    .where(and(isNull(snapshots.revokedAt), lte(snapshots.expiresAt, now())))
    .orderBy(snapshots.expiresAt)
    .limit(most);
}

/** Undefined when there is none that may be opened now. */
export async function findOpenSnapshot(db: Database, key: string): Promise<Snapshot | undefined> {
  const [row] = await db
    .select(getTableColumns(snapshots))
    .from(snapshots)
    .innerJoin(projects, eq(projects.id, snapshots.projectId))
    .where(and(eq(snapshots.key, key), isNull(snapshots.revokedAt), isNull(projects.deletedAt)))
    .limit(1);
  return row && (row.expiresAt === null || row.expiresAt > now()) ? row : undefined;
}

export async function insertSnapshot(db: Database, row: typeof snapshots.$inferInsert): Promise<Snapshot> {
  const [inserted] = await db.insert(snapshots).values(row).returning();
  if (!inserted) throw new Error("The snapshot was not stored.");
  return inserted;
}

/** Undefined when it is not there, or revoked already. */
export async function revokeSnapshot(db: Database, projectId: string, id: string): Promise<Snapshot | undefined> {
  const [row] = await db
    .update(snapshots)
    .set({ revokedAt: now() })
    .where(and(eq(snapshots.id, id), eq(snapshots.projectId, projectId), isNull(snapshots.revokedAt)))
    .returning();
  return row;
}

export async function countVisit(db: Database, id: string): Promise<void> {
  await db
    .update(snapshots)
    .set({ visits: sql`${snapshots.visits} + 1`, lastVisitedAt: now() })
    .where(eq(snapshots.id, id));
}
