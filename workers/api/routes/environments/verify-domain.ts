import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findDomainOf, recordDomainCheck } from "#db/queries/domains.ts";
import { findDomainProblem } from "../../../deploy/domain-records.ts";
import { variables } from "../../../env.ts";
import { forgetFoundApps } from "../../../preview/find-app.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { viewDomain } from "../../deploy/view-environments.ts";
import { ApiError, notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { domainParamsSchema, domainSchema } from "../../schemas/environments.ts";

export const verifyDomain = operation({
  guard: member("admin", "project"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/domains/{domain}/verify",
    tags: ["deployments"],
    summary: "Look for a domain's TXT record now",
    request: { params: domainParamsSchema },
    responses: {
      200: jsonOf("The domain; `problem` says what is missing.", domainSchema),
      ...refusals("CONFLICT"),
    },
  }),
  async handle(c, { caller, project }) {
    const db = openDatabase(c.env.DB);
    const domain = await findDomainOf(db, project.id, c.req.valid("param").domain);
    if (!domain) throw notFound("domain");
    if (domain.status === "pending") {
      const problem = await findDomainProblem(c.env, domain);
      const { id, host } = domain;
      const entry = { action: "domain.verified", actorId: caller.userId, targetId: project.id } as const;
      const audit = problem === null ? auditOf(c, { ...entry, details: { host } }) : null;
      if (!(await recordDomainCheck(db, { id, problem }, audit)))
        throw new ApiError("CONFLICT", `Another project has proved ${host} before. Remove it there first.`);
      forgetFoundApps();
    }
    const row = await findDomainOf(db, project.id, domain.id);
    if (!row) throw notFound("domain");
    return c.json(viewDomain(row, variables(c.env), project), 200);
  },
});
