import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { toPage } from "#db/queries/page.ts";
import { listProjects as queryProjects } from "#db/queries/projects.ts";
import { authenticated } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { pageOf } from "../../schemas/lists.ts";
import { listedProjectSchema, projectsQuerySchema } from "../../schemas/projects.ts";
import { viewProject } from "../../views.ts";

export const listProjects = operation({
  guard: authenticated,
  route: createRoute({
    method: "get",
    path: "/api/v1/projects",
    tags: ["projects"],
    summary: "The projects you may see, newest first",
    request: { query: projectsQuerySchema },
    responses: { 200: jsonOf("A page of projects.", pageOf(listedProjectSchema)) },
  }),
  async handle(c, { caller }) {
    const query = c.req.valid("query");
    const rows = await queryProjects(openDatabase(c.env.DB), { ...query, userId: caller.userId });
    return c.json(
      toPage(
        rows,
        query.limit,
        (row) => row.project.id,
        (row) => ({ ...viewProject(row), generationStatus: row.generationStatus }),
      ),
      200,
    );
  },
});
