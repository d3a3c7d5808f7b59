import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listChecks as queryChecks } from "#db/queries/version-checks.ts";
import { overallStatus } from "#protocol/checks.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { checksSchema } from "../../schemas/checks.ts";
import { versionParamsSchema } from "../../schemas/versions.ts";
import { viewCheck } from "../../views.ts";

export const listChecks = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions/{version}/checks",
    tags: ["versions"],
    summary: "What types, lint, tests, browser, axe, Lighthouse and audit found",
    request: { params: versionParamsSchema },
    responses: { 200: jsonOf("The checks, those of the build first.", checksSchema) },
  }),
  async handle(c, { version }) {
    const rows = await queryChecks(openDatabase(c.env.DB), version.id);
    const status = rows.length === 0 ? null : overallStatus(rows.map((row) => row.status));
    return c.json({ versionId: version.id, status, items: rows.map(viewCheck) }, 200);
  },
});
