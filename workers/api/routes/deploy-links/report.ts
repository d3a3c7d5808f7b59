import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { moveDeployment } from "#db/queries/deployment-writes.ts";
import { isReportKey } from "../../../deploy/webhook/links.ts";
import { variables } from "../../../env.ts";
import { ApiError, notFound } from "../../errors.ts";
import { open } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, operation } from "../../operation.ts";
import { reportBodySchema, reportParamsSchema } from "../../schemas/deploy-links.ts";

export const reportDeployment = operation({
  guard: open,
  route: createRoute({
    method: "post",
    path: "/api/v1/deploy-reports/{deployment}/{key}",
    tags: ["deployments"],
    summary: "Say what became of a deployment, as the receiver of its webhook",
    description:
      "The address is signed, holds while the deployment is under way, and comes with the webhook's message.",
    request: { params: reportParamsSchema, body: jsonBody(reportBodySchema) },
    responses: { 204: { description: "Noted." }, ...refusals("NOT_FOUND_ERROR", "CONFLICT") },
  }),
  async handle(c) {
    const { deployment, key } = c.req.valid("param");
    if (!(await isReportKey(variables(c.env).AUTH_SECRET, deployment, key))) throw notFound("deployment");
    const report = c.req.valid("json");
    if (report.status === "ready" && report.url === undefined)
      throw new ApiError("VALIDATION_ERROR", "Say at which address it is.", {
        details: [{ path: "url", message: "Say at which address it is." }],
      });
    // The deployment itself goes on in its project's Durable Object, which looks here.
    if (!(await moveDeployment(openDatabase(c.env.DB), deployment, { report })))
      throw new ApiError("CONFLICT", "This deployment has already ended.");
    return c.body(null, 204);
  },
});
