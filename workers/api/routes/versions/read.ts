import { createRoute } from "@hono/zod-openapi";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { versionParamsSchema, versionSchema } from "../../schemas/versions.ts";
import { viewVersion } from "../../views.ts";

export const readVersion = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions/{version}",
    tags: ["versions"],
    summary: "A version, by id, number or `latest`",
    request: { params: versionParamsSchema },
    responses: { 200: jsonOf("The version.", versionSchema) },
  }),
  handle: (c, { version }) => c.json(viewVersion(version), 200),
});
