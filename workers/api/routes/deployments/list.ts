import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listDeployments as queryDeployments } from "#db/queries/deployments.ts";
import { toPage } from "#db/queries/page.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { deploymentSchema, deploymentsQuerySchema } from "../../schemas/deployments.ts";
import { pageOf } from "../../schemas/lists.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";
import { viewDeployment } from "../../views.ts";

export const listDeployments = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/deployments",
    tags: ["deployments"],
    summary: "A project's deployments, newest first",
    request: { params: projectParamsSchema, query: deploymentsQuerySchema },
    responses: { 200: jsonOf("A page of deployments.", pageOf(deploymentSchema)) },
  }),
  async handle(c, { project }) {
    const query = c.req.valid("query");
    const rows = await queryDeployments(openDatabase(c.env.DB), { ...query, projectId: project.id });
    return c.json(
      toPage(rows, query.limit, (row) => row.id, viewDeployment),
      200,
    );
  },
});
