import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findConnection } from "#db/queries/connections.ts";
import { openDeploymentOf } from "#db/queries/deployments.ts";
import { putEnvironment as storeEnvironment } from "#db/queries/environments.ts";
import { deployTargetOf } from "#protocol/deploy-targets.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { readFields } from "../../deploy/read-fields.ts";
import { viewEnvironments } from "../../deploy/view-environments.ts";
import { ApiError, notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { environmentSchema, publishedParamsSchema, putEnvironmentSchema } from "../../schemas/environments.ts";

export const putEnvironment = operation({
  guard: member("admin", "project"),
  route: createRoute({
    method: "put",
    path: "/api/v1/projects/{id}/environments/{environment}",
    tags: ["deployments"],
    summary: "Say where an environment is deployed to, from the next deployment on",
    description: "What runs at the place before stays there; it is just not this environment any more.",
    request: { params: publishedParamsSchema, body: jsonBody(putEnvironmentSchema) },
    responses: { 200: jsonOf("The environment.", environmentSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project }) {
    const { environment } = c.req.valid("param");
    const { provider, place: given = {} } = c.req.valid("json");
    const db = openDatabase(c.env.DB);
    const target = deployTargetOf(provider);
    const place = readFields(target?.place ?? [], given, "place");
    if (provider !== "nexusgen" && !(await findConnection(db, project.workspaceId, provider)))
      throw new ApiError("CONFLICT", `${target?.name ?? provider} is not connected. Connect it first.`);
    if (await openDeploymentOf(db, { projectId: project.id, environment }))
      throw new ApiError("CONFLICT", `A deployment to ${environment} is under way. Wait for it or cancel it.`);
    await storeEnvironment(
      db,
      { projectId: project.id, environment, provider, place, updatedBy: caller.userId },
      auditOf(c, {
        action: "environment.changed",
        actorId: caller.userId,
        targetId: project.id,
        details: { environment, provider },
      }),
    );
    const { items } = await viewEnvironments(c.env, db, project);
    const row = items.find((item) => item.environment === environment);
    if (!row) throw notFound("environment");
    return c.json(row, 200);
  },
});
