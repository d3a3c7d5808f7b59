import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { closeDeployment } from "#db/queries/deployment-writes.ts";
import { findDeployment } from "#db/queries/deployments.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { ApiError, notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { deploymentParamsSchema, deploymentSchema } from "../../schemas/deployments.ts";
import { viewDeployment } from "../../views.ts";

export const cancelDeployment = operation({
  guard: member("member", "project"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/deployments/{deployment}/cancel",
    tags: ["deployments"],
    summary: "Stop a deployment that is not live yet",
    request: { params: deploymentParamsSchema },
    responses: { 200: jsonOf("The cancelled deployment.", deploymentSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project }) {
    const db = openDatabase(c.env.DB);
    const { deployment: id } = c.req.valid("param");
    const found = await findDeployment(db, project.id, id);
    if (!found) throw notFound("deployment");
    if (!(await closeDeployment(db, id, { status: "cancelled", error: "Cancelled by the user." })))
      throw new ApiError("CONFLICT", `This deployment has already ended (${found.status}).`);
    const { environment, versionId, trigger } = found;
    const audit = { action: "deployment.cancelled", actorId: caller.userId, targetId: project.id } as const;
    await recordAudit(db, auditOf(c, { ...audit, details: { environment, deployment: id } }));
    const stub = projectStub(c.env, project.id);
    await stub.cancelDeployment(id);
    const told = { deploymentId: id, environment, versionId, trigger, status: "cancelled", url: null } as const;
    await stub.appendDeployment({ actorId: caller.userId, ...told });
    const row = await findDeployment(db, project.id, id);
    if (!row) throw notFound("deployment");
    return c.json(viewDeployment(row), 200);
  },
});
