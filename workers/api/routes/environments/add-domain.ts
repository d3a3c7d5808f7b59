import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { newId, randomBase32 } from "#db/ids.ts";
import { addDomain as insertDomain, countDomains } from "#db/queries/domains.ts";
import { isPreviewHost } from "../../../preview/host-name.ts";
import { variables } from "../../../env.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { viewDomain } from "../../deploy/view-environments.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { addDomainSchema, domainSchema } from "../../schemas/environments.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

const mostDomains = 20;

export const addDomain = operation({
  guard: member("admin", "project"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/domains",
    tags: ["deployments"],
    summary: "Name a host of your own; it leads to the app once its records prove that it is yours",
    request: { params: projectParamsSchema, body: jsonBody(addDomainSchema) },
    responses: { 201: jsonOf("The domain with the records to set.", domainSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project }) {
    const { host, environment = "production" } = c.req.valid("json");
    const settings = variables(c.env);
    const own = new URL(settings.APP_ORIGIN).hostname;
    if (host === own || host.endsWith(`.${own}`) || isPreviewHost(host, settings.PREVIEW_DOMAIN.replace(/:\d+$/, "")))
      throw new ApiError("VALIDATION_ERROR", "This name belongs to the platform.", {
        details: [{ path: "host", message: "This name belongs to the platform." }],
      });
    const db = openDatabase(c.env.DB);
    if ((await countDomains(db, project.id)) >= mostDomains)
      throw new ApiError("CONFLICT", `A project has at most ${mostDomains} domains.`);
    const domain = { id: newId("domain"), projectId: project.id, environment, host, token: randomBase32(24) };
    const row = await insertDomain(
      db,
      { ...domain, createdBy: caller.userId },
      auditOf(c, {
        action: "domain.added",
        actorId: caller.userId,
        targetId: project.id,
        details: { host, environment },
      }),
    );
    if (!row) throw new ApiError("CONFLICT", `This project has ${host} already.`);
    return c.json(viewDomain(row, settings, project), 201);
  },
});
