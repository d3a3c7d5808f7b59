import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { currentDeployment, openDeploymentOf } from "#db/queries/deployments.ts";
import { readEnvironment } from "#db/queries/environments.ts";
import { readHostLabel } from "#db/queries/project-reads.ts";
import { badgeKey, drawBadge } from "../../../deploy/badge.ts";
import { variables } from "../../../env.ts";
import { notFound } from "../../errors.ts";
import { open } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { badgeParamsSchema } from "../../schemas/deployments.ts";

export const showBadge = operation({
  guard: open,
  route: createRoute({
    method: "get",
    path: "/api/v1/badges/{project}/{environment}/{key}",
    tags: ["deployments"],
    summary: "A badge that says what an environment serves",
    request: { params: badgeParamsSchema },
    responses: { 200: { description: "An SVG.", content: { "image/svg+xml": {} } } },
  }),
  async handle(c) {
    const { project: projectId, environment, key } = c.req.valid("param");
    const right = await badgeKey(variables(c.env).AUTH_SECRET, projectId, environment);
    const db = openDatabase(c.env.DB);
    if (key.replace(/\.svg$/, "") !== right || (await readHostLabel(db, projectId)) === null) throw notFound("badge");
    const place = { projectId, environment };
    const { provider } = await readEnvironment(db, place);
    const serves = (await openDeploymentOf(db, place)) ?? (await currentDeployment(db, place, provider));
    return c.body(drawBadge(environment, serves), 200, {
      "content-type": "image/svg+xml; charset=utf-8",
      "cache-control": "public, max-age=30",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    });
  },
});
