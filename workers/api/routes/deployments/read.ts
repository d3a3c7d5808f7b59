import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findDeployment, listDeploymentLines } from "#db/queries/deployments.ts";
import { notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { deploymentParamsSchema, deploymentWithLogSchema } from "../../schemas/deployments.ts";
import { viewDeployment } from "../../views.ts";

export const readDeployment = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/deployments/{deployment}",
    tags: ["deployments"],
    summary: "A deployment with its log",
    request: { params: deploymentParamsSchema },
    responses: { 200: jsonOf("The deployment.", deploymentWithLogSchema) },
  }),
  async handle(c, { project }) {
    const db = openDatabase(c.env.DB);
    const row = await findDeployment(db, project.id, c.req.valid("param").deployment);
    if (!row) throw notFound("deployment");
    const lines = await listDeploymentLines(db, row.id);
    const log = lines.map(({ createdAt, level, text }) => ({ at: createdAt, level, text }));
    return c.json({ ...viewDeployment(row), log }, 200);
  },
});
