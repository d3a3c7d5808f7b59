import { and, count, desc, eq, inArray, lt } from "drizzle-orm";
import type { Database } from "../client.ts";
import { newId } from "../ids.ts";
import { assets, type Asset } from "../schema/index.ts";

export async function insertAsset(db: Database, asset: Omit<Asset, "id" | "createdAt">): Promise<Asset> {
  return db
    .insert(assets)
    .values({ ...asset, id: newId("asset") })
    .returning()
    .get();
}

export async function countAssets(db: Database, projectId: string): Promise<number> {
  const row = await db.select({ count: count() }).from(assets).where(eq(assets.projectId, projectId)).get();
  return row?.count ?? 0;
}

/** Newest first; one row more than `limit`. */
export async function listAssets(
  db: Database,
  input: { projectId: string; cursor?: string | undefined; limit: number },
): Promise<Asset[]> {
  return db
    .select()
    .from(assets)
    .where(and(eq(assets.projectId, input.projectId), input.cursor ? lt(assets.id, input.cursor) : undefined))
    .orderBy(desc(assets.id))
    .limit(input.limit + 1);
}

export async function findAsset(db: Database, projectId: string, assetId: string): Promise<Asset | undefined> {
  return db
    .select()
    .from(assets)
    .where(and(eq(assets.projectId, projectId), eq(assets.id, assetId)))
    .get();
}

/** Those of the project, in the order of `ids`; what is not there is missing. */
export async function findAssets(db: Database, projectId: string, ids: readonly string[]): Promise<Asset[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select()
    .from(assets)
    .where(and(eq(assets.projectId, projectId), inArray(assets.id, [...ids])));
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Deletes the row, or all of the project's; returns the hashes that nothing of the tenant needs any more. */
export async function deleteAssets(
  db: Database,
  { workspaceId, projectId, assetId }: { workspaceId: string; projectId: string; assetId?: string },
): Promise<string[]> {
  const gone = await db
    .delete(assets)
    .where(and(eq(assets.projectId, projectId), assetId === undefined ? undefined : eq(assets.id, assetId)))
    .returning({ sha256: assets.sha256 });
  const hashes = [...new Set(gone.map(({ sha256 }) => sha256))];
  const unused: string[] = [];
  // D1 binds at most 100 parameters.
  for (let at = 0; at < hashes.length; at += 90) {
    const some = hashes.slice(at, at + 90);
    const kept = await db
      .selectDistinct({ sha256: assets.sha256 })
      .from(assets)
      .where(and(eq(assets.workspaceId, workspaceId), inArray(assets.sha256, some)));
    const still = new Set(kept.map(({ sha256 }) => sha256));
    unused.push(...some.filter((sha256) => !still.has(sha256)));
  }
  return unused;
}
