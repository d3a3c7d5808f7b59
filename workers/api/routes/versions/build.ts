import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findVersion } from "#db/queries/versions.ts";
import { startBuild } from "../../edit/start-build.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { generationSchema } from "../../schemas/generations.ts";
import { versionParamsSchema } from "../../schemas/versions.ts";

export const buildVersion = operation({
  guard: member("member", "version"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/versions/{version}/build",
    tags: ["versions"],
    summary: "Review, build, test and show a version made by hand",
    description: "Runs as a generation that plans and writes nothing. Only the newest version can be built.",
    request: { params: versionParamsSchema },
    responses: { 202: jsonOf("The generation; follow it by its events.", generationSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project, version }) {
    if (project.status === "archived")
      throw new ApiError("CONFLICT", "This project is archived. Take it out of the archive first.");
    const newest = await findVersion(openDatabase(c.env.DB), project.id, "latest");
    if (newest?.id !== version.id)
      throw new ApiError("CONFLICT", `Version ${newest?.number ?? 0} is newer; only the newest can be built.`);
    if (version.status === "green") throw new ApiError("CONFLICT", `Version ${version.number} is built already.`);
    return c.json(await startBuild(c, { caller, project, version }), 202);
  },
});
