import { createRoute } from "@hono/zod-openapi";
import { rollBackTo } from "../../edit/roll-back-to.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { versionParamsSchema, versionSchema } from "../../schemas/versions.ts";
import { viewVersion } from "../../views.ts";

export const rollBack = operation({
  guard: member("member", "version"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/versions/{version}/rollback",
    tags: ["versions"],
    summary: "Make a new version with the files of an older one",
    description:
      "Nothing is lost: the versions between stay. If the old one was built, the preview shows it at once; if nobody has built it yet, that begins now.",
    request: { params: versionParamsSchema },
    responses: { 201: jsonOf("The new version.", versionSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project, version: target }) {
    const version = await rollBackTo(c, { caller, project, target });
    return c.json(viewVersion(version), 201);
  },
});
