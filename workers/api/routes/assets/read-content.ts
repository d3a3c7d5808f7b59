import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findAsset } from "#db/queries/assets.ts";
import { AssetStore } from "../../../storage/asset-store.ts";
import { notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { assetContentQuerySchema, assetParamsSchema } from "../../schemas/assets.ts";

/** `encodeURIComponent` leaves these, which a header's extended value may not hold. */
const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

export const readAssetContent = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/assets/{asset}/content",
    tags: ["assets"],
    summary: "The bytes of a file of a project",
    description: "As a download: nothing that people uploaded is ever shown as a page of this origin.",
    request: { params: assetParamsSchema, query: assetContentQuerySchema },
    responses: { 200: { description: "The bytes.", content: { "application/octet-stream": {} } } },
  }),
  async handle(c, { project }) {
    const asset = await findAsset(openDatabase(c.env.DB), project.id, c.req.valid("param").asset);
    if (!asset) throw notFound("file");
    const small = c.req.valid("query").size === "small" ? asset.smallType : null;
    const store = new AssetStore(c.env.BLOBS, asset.workspaceId);
    const object = await store.open(asset.sha256, small === null ? "file" : "small");
    if (!object) throw notFound("file");
    // Text of any kind stays plain; the API's policy (sandbox, nosniff) holds besides.
    const type = asset.kind === "image" ? (small ?? asset.mediaType) : "application/octet-stream";
    return c.body(object.body, 200, {
      "content-type": type,
      "content-length": String(object.size),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(asset.name).replace(/['()*]/g, percent)}`,
      "cache-control": "private, max-age=3600",
    });
  },
});
