import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { deleteAssets, findAsset } from "#db/queries/assets.ts";
import { AssetStore } from "../../../storage/asset-store.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { notFound } from "../../errors.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { member } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { assetParamsSchema } from "../../schemas/assets.ts";

export const deleteAsset = operation({
  guard: member("member", "project"),
  route: createRoute({
    method: "delete",
    path: "/api/v1/projects/{id}/assets/{asset}",
    tags: ["assets"],
    summary: "Delete a file of a project",
    description: "What was built with it stays. A generation that still runs goes on without it.",
    request: { params: assetParamsSchema },
    responses: { 204: { description: "Deleted." } },
  }),
  async handle(c, { caller, project: { id: projectId, workspaceId } }) {
    const db = openDatabase(c.env.DB);
    const asset = await findAsset(db, projectId, c.req.valid("param").asset);
    if (!asset) throw notFound("file");
    const unused = await deleteAssets(db, { workspaceId, projectId, assetId: asset.id });
    await new AssetStore(c.env.BLOBS, workspaceId).delete(unused);
    await recordAudit(
      db,
      auditOf(c, {
        action: "asset.deleted",
        actorId: caller.userId,
        targetId: asset.id,
        details: { name: asset.name, projectId },
      }),
    );
    return c.body(null, 204);
  },
});
