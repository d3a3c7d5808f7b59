import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listGenerations as queryGenerations } from "#db/queries/generations.ts";
import { toPage } from "#db/queries/page.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { generationSchema } from "../../schemas/generations.ts";
import { pageOf, pageQuerySchema } from "../../schemas/lists.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";
import { viewGeneration } from "../../views.ts";

export const listGenerations = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/generations",
    tags: ["generations"],
    summary: "A project's generations, newest first",
    request: { params: projectParamsSchema, query: pageQuerySchema },
    responses: { 200: jsonOf("A page of generations.", pageOf(generationSchema)) },
  }),
  async handle(c, { project }) {
    const query = c.req.valid("query");
    const rows = await queryGenerations(openDatabase(c.env.DB), { ...query, projectId: project.id });
    return c.json(
      toPage(rows, query.limit, (row) => row.id, viewGeneration),
      200,
    );
  },
});
