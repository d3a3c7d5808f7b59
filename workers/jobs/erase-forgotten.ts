// Projects that were deleted longer ago than they are kept: their object, files and rows go for good.
import type { Database } from "#db/client.ts";
import { deleteAssets } from "#db/queries/assets.ts";
import { eraseProject, keptSince, listForgottenProjects } from "#db/queries/deleted-projects.ts";
import { listSnapshots } from "#db/queries/snapshots.ts";
import type { Env } from "../env.ts";
import { thawApp } from "../preview/fetch-app.ts";
import { AssetStore } from "../storage/asset-store.ts";

const atOnce = 5;

export async function eraseForgotten(env: Env, db: Database): Promise<void> {
  for (const { id: projectId, workspaceId } of await listForgottenProjects(db, keptSince(Date.now()), atOnce)) {
    // Their files lie beside those of the preview, under names of their own.
    for (const { id } of await listSnapshots(db, projectId))
      await thawApp(env, { projectId, environment: "preview" }, id);
    await env.PROJECT.get(env.PROJECT.idFromName(projectId)).destroy();
    const unused = await deleteAssets(db, { workspaceId, projectId });
    await new AssetStore(env.BLOBS, workspaceId).delete(unused);
    await eraseCommits(env, projectId);
    await eraseProject(db, projectId);
  }
}

async function eraseCommits(env: Env, projectId: string): Promise<void> {
  for (;;) {
    const { objects, truncated } = await env.BLOBS.list({ prefix: `git/${projectId}/`, limit: 1_000 });
    if (objects.length > 0) await env.BLOBS.delete(objects.map(({ key }) => key));
    if (!truncated) return;
  }
}
