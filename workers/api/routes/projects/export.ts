import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { hasRole } from "#db/queries/access.ts";
import { findLatestGreenVersion, findVersion } from "#db/queries/versions.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { ApiError, notFound } from "../../errors.ts";
import { startPush } from "../../deploy/start-push.ts";
import { viewPush } from "../../deploy/view-push.ts";
import { listEntries } from "../../export/list-entries.ts";
import { zipFiles } from "../../export/zip-files.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { pushSchema } from "../../schemas/github.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";
import { exportQuerySchema } from "../../schemas/versions.ts";

export const exportProject = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/export",
    tags: ["projects"],
    summary: "The code as a zip file",
    request: { params: projectParamsSchema, query: exportQuerySchema },
    responses: {
      200: { description: "The zip file.", content: { "application/zip": {} } },
      202: jsonOf("`github`: the push that was asked for, with the repository's address.", pushSchema),
      ...refusals("CONFLICT"),
    },
  }),
  async handle(c, { caller, project, role }) {
    const db = openDatabase(c.env.DB);
    const { format, version: wanted } = c.req.valid("query");
    if (format === "github") {
      if (!hasRole(role, "member"))
        throw new ApiError("AUTHORIZATION_ERROR", "A viewer may look at the project, but not push it.");
      return c.json(viewPush(c.env, await startPush(c, { caller, project, wanted: { version: wanted } })), 202);
    }
    const version = wanted
      ? await findVersion(db, project.id, wanted)
      : ((await findLatestGreenVersion(db, project.id)) ?? (await findVersion(db, project.id, "latest")));
    if (!version && wanted) throw notFound("version");
    if (!version) throw new ApiError("CONFLICT", "There is nothing to export yet. Start a generation first.");
    const blobs = new BlobStore(c.env.BLOBS);
    const entries = await listEntries(db, blobs, { version, format, project });
    const name = `${project.slug}-v${version.number}${format === "source" ? "" : `-${format}`}.zip`;
    return c.body(zipFiles(blobs, entries, new Date(version.createdAt)), 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${name}"`,
    });
  },
});
