import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { readProjectToWorkOn } from "#db/queries/project-reads.ts";
import { findVersion } from "#db/queries/versions.ts";
import { isArchiveKey } from "../../../deploy/webhook/links.ts";
import { variables } from "../../../env.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { notFound } from "../../errors.ts";
import { listEntries } from "../../export/list-entries.ts";
import { zipFiles } from "../../export/zip-files.ts";
import { open } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { operation } from "../../operation.ts";
import { archiveParamsSchema } from "../../schemas/deploy-links.ts";

export const fetchArchive = operation({
  guard: open,
  route: createRoute({
    method: "get",
    path: "/api/v1/deploy-archives/{project}/{version}/{format}/{expires}/{key}",
    tags: ["deployments"],
    summary: "A version as a zip file, for the receiver of a deployment's webhook",
    description: "The address is signed and lasts an hour; it comes with the webhook's message.",
    request: { params: archiveParamsSchema },
    responses: {
      200: { description: "The zip file.", content: { "application/zip": {} } },
      ...refusals("NOT_FOUND_ERROR", "CONFLICT"),
    },
  }),
  async handle(c) {
    const { project: projectId, version: versionId, format, expires, key } = c.req.valid("param");
    const archive = { projectId, versionId, format, expires: Number(expires) };
    if (!(await isArchiveKey(variables(c.env).AUTH_SECRET, archive, key))) throw notFound("archive");
    const db = openDatabase(c.env.DB);
    const project = await readProjectToWorkOn(db, projectId);
    const version = project && (await findVersion(db, projectId, versionId));
    if (!project || !version) throw notFound("archive");
    const blobs = new BlobStore(c.env.BLOBS);
    const entries = await listEntries(db, blobs, { version, format, project });
    return c.body(zipFiles(blobs, entries, new Date(version.createdAt)), 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="v${version.number}-${format}.zip"`,
      "cache-control": "private, no-store",
    });
  },
});
