import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listAssets as queryAssets } from "#db/queries/assets.ts";
import { toPage } from "#db/queries/page.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { assetSchema } from "../../schemas/assets.ts";
import { pageOf, pageQuerySchema } from "../../schemas/lists.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";
import { viewAsset } from "../../views.ts";

export const listAssets = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/assets",
    tags: ["assets"],
    summary: "Files of a project, newest first",
    request: { params: projectParamsSchema, query: pageQuerySchema },
    responses: { 200: jsonOf("A page of files.", pageOf(assetSchema)) },
  }),
  async handle(c, { project }) {
    const { limit, cursor } = c.req.valid("query");
    const rows = await queryAssets(openDatabase(c.env.DB), { projectId: project.id, cursor, limit });
    return c.json(
      toPage(rows, limit, (row) => row.id, viewAsset),
      200,
    );
  },
});
