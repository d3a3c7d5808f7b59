import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { viewEnvironments } from "../../deploy/view-environments.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { environmentsSchema } from "../../schemas/environments.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

export const listEnvironments = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/environments",
    tags: ["deployments"],
    summary: "Preview, staging and production: what each serves, where, and with which variables and domains",
    request: { params: projectParamsSchema },
    responses: { 200: jsonOf("All three.", environmentsSchema) },
  }),
  async handle(c, { project }) {
    return c.json(await viewEnvironments(c.env, openDatabase(c.env.DB), project), 200);
  },
});
