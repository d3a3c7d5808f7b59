import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findAsset } from "#db/queries/assets.ts";
import { notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { assetParamsSchema, assetSchema } from "../../schemas/assets.ts";
import { viewAsset } from "../../views.ts";

export const readAsset = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/assets/{asset}",
    tags: ["assets"],
    summary: "A file of a project",
    request: { params: assetParamsSchema },
    responses: { 200: jsonOf("What is known of it.", assetSchema) },
  }),
  async handle(c, { project }) {
    const asset = await findAsset(openDatabase(c.env.DB), project.id, c.req.valid("param").asset);
    if (!asset) throw notFound("file");
    return c.json(viewAsset(asset), 200);
  },
});
