import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { openDatabase } from "#db/client.ts";
import { toPage } from "#db/queries/page.ts";
import { listVersions as queryVersions } from "#db/queries/versions.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { pageOf, pageQuerySchema } from "../../schemas/lists.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";
import { listedVersionSchema } from "../../schemas/versions.ts";
import { viewVersion } from "../../views.ts";

export const listVersions = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions",
    tags: ["versions"],
    summary: "A project's versions, highest number first",
    request: {
      params: projectParamsSchema,
      query: pageQuerySchema.extend({ cursor: z.coerce.number().int().min(1).optional() }),
    },
    responses: { 200: jsonOf("A page of versions.", pageOf(listedVersionSchema)) },
  }),
  async handle(c, { project }) {
    const query = c.req.valid("query");
    const rows = await queryVersions(openDatabase(c.env.DB), { ...query, projectId: project.id });
    return c.json(
      toPage(
        rows,
        query.limit,
        (row) => String(row.number),
        (row) => ({ ...viewVersion(row), authorName: row.authorName }),
      ),
      200,
    );
  },
});
