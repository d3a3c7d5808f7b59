import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findDomainOf, removeDomain as deleteDomain } from "#db/queries/domains.ts";
import { forgetFoundApps } from "../../../preview/find-app.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { domainParamsSchema } from "../../schemas/environments.ts";

export const removeDomain = operation({
  guard: member("admin", "project"),
  route: createRoute({
    method: "delete",
    path: "/api/v1/projects/{id}/domains/{domain}",
    tags: ["deployments"],
    summary: "Let go of a domain; it leads nowhere from then on",
    request: { params: domainParamsSchema },
    responses: { 204: { description: "Removed." } },
  }),
  async handle(c, { caller, project }) {
    const db = openDatabase(c.env.DB);
    const domain = await findDomainOf(db, project.id, c.req.valid("param").domain);
    if (!domain) throw notFound("domain");
    const entry = { action: "domain.removed", actorId: caller.userId, targetId: project.id } as const;
    await deleteDomain(db, domain.id, auditOf(c, { ...entry, details: { host: domain.host } }));
    forgetFoundApps();
    return c.body(null, 204);
  },
});
