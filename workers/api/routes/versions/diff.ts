import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findVersion, readManifest } from "#db/queries/versions.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { diffManifests } from "../../diff/diff-manifests.ts";
import { notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { diffQuerySchema, versionDiffSchema, versionParamsSchema } from "../../schemas/versions.ts";

export const diffVersions = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions/{version}/diff",
    tags: ["versions"],
    summary: "What changed, as hunks for each file",
    request: { params: versionParamsSchema, query: diffQuerySchema },
    responses: { 200: jsonOf("The changed files, ascending by path.", versionDiffSchema) },
  }),
  async handle(c, { project, version }) {
    const db = openDatabase(c.env.DB);
    const against = c.req.valid("query").against ?? version.parentId;
    const from = against === null ? null : await findVersion(db, project.id, against);
    if (from === undefined) throw notFound("version to compare with");
    const [before, after] = await Promise.all([from ? readManifest(db, from.id) : {}, readManifest(db, version.id)]);
    return c.json(
      {
        from: from && { id: from.id, number: from.number },
        to: { id: version.id, number: version.number },
        files: await diffManifests(new BlobStore(c.env.BLOBS), before, after),
      },
      200,
    );
  },
});
