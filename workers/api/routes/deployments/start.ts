import { createRoute } from "@hono/zod-openapi";
import { openDatabase, type Database } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { requestDeployment } from "#db/queries/deployment-writes.ts";
import { findDeployment, openDeploymentOf } from "#db/queries/deployments.ts";
import { newestVariableSet, readEnvironment } from "#db/queries/environments.ts";
import { enqueueJob } from "#db/queries/job-queue.ts";
import { findLatestGreenVersion, findVersion } from "#db/queries/versions.ts";
import type { Project } from "#db/schema/index.ts";
import type { DeploymentTrigger } from "#protocol/deployments.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { ApiError, notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { deploymentSchema, startDeploymentSchema } from "../../schemas/deployments.ts";
import type { z } from "zod";
import { projectParamsSchema } from "../../schemas/projects.ts";
import { viewDeployment } from "../../views.ts";

/** N12.1: tries of a deployment. */
const attempts = 2;

export const startDeployment = operation({
  guard: member("member", "project"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/deployments",
    tags: ["deployments"],
    summary: "Deploy a version, promote a deployment, or go back to one",
    description:
      "Goes through the queue; `deployment.updated` says how far it is. What does not answer its health check is taken back: the environment then serves what it served before.",
    request: { params: projectParamsSchema, body: jsonBody(startDeploymentSchema) },
    responses: { 202: jsonOf("The deployment, waiting for its turn.", deploymentSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project }) {
    const body = c.req.valid("json");
    const { environment } = body;
    const db = openDatabase(c.env.DB);
    const place = { projectId: project.id, environment };
    const chosen = await choose(db, project, body);
    if (chosen.version.artefactSha === null)
      throw new ApiError("CONFLICT", `Version ${chosen.version.number} was not built, so there is nothing to deploy.`);
    const underWay = new ApiError("CONFLICT", `A deployment to ${environment} is under way. Wait for it or cancel it.`);
    if (await openDeploymentOf(db, place)) throw underWay;
    const { provider } = await readEnvironment(db, place);
    const deployment = {
      ...place,
      id: newId("deployment"),
      versionId: chosen.version.id,
      provider,
      trigger: chosen.trigger,
      sourceId: body.from ?? null,
      variablesId:
        chosen.variablesId === undefined ? ((await newestVariableSet(db, place))?.id ?? null) : chosen.variablesId,
      createdBy: caller.userId,
    };
    const first = await requestDeployment(
      db,
      deployment,
      auditOf(c, {
        action: "deployment.started",
        actorId: caller.userId,
        targetId: project.id,
        details: { environment, provider, version: chosen.version.number, trigger: chosen.trigger },
      }),
    );
    if (!first) throw underWay;
    const job = await enqueueJob(db, {
      id: newId("job"),
      type: "ship",
      payload: { deploymentId: deployment.id },
      priority: 5,
      maxAttempts: attempts,
      projectId: project.id,
      generationId: null,
    });
    const stub = projectStub(c.env, project.id);
    const { id: deploymentId, versionId, trigger } = deployment;
    const told = { deploymentId, environment, versionId, trigger, status: "pending", url: null } as const;
    await stub.appendDeployment({ actorId: caller.userId, ...told });
    await c.env.JOBS.send({ jobId: job.id });
    const row = await findDeployment(db, project.id, deployment.id);
    if (!row) throw notFound("deployment");
    return c.json(viewDeployment(row), 202);
  },
});

interface Choice {
  version: { id: string; number: number; artefactSha: string | null };
  trigger: DeploymentTrigger;
  /** Undefined: those of the environment as they are now. */
  variablesId: string | null | undefined;
}

async function choose(
  db: Database,
  project: Project,
  { environment, version: wanted, from }: z.output<typeof startDeploymentSchema>,
): Promise<Choice> {
  if (from !== undefined && wanted !== undefined)
    throw new ApiError("VALIDATION_ERROR", "Name a version or a deployment to take over, not both.");
  if (from === undefined) {
    const shown = wanted ?? project.currentVersionId;
    const version =
      shown === null ? await findLatestGreenVersion(db, project.id) : await findVersion(db, project.id, shown);
    if (!version && wanted !== undefined) throw notFound("version");
    if (!version) throw new ApiError("CONFLICT", "There is nothing to deploy yet. Start a generation first.");
    return { version, trigger: "person", variablesId: undefined };
  }
  const source = await findDeployment(db, project.id, from);
  if (!source) throw notFound("deployment");
  if (source.status !== "ready" || source.readyAt === null)
    throw new ApiError("CONFLICT", "That deployment never was live, so it cannot be taken over.");
  const version = await findVersion(db, project.id, source.versionId);
  if (!version) throw notFound("version");
  return source.environment === environment
    ? { version, trigger: "rollback", variablesId: source.variablesId }
    : { version, trigger: "promotion", variablesId: undefined };
}
