import { createRoute } from "@hono/zod-openapi";
import { openDatabase, type Database } from "#db/client.ts";
import { hasRole } from "#db/queries/access.ts";
import { findLatestGreenVersion, findVersion, readManifest } from "#db/queries/versions.ts";
import type { ProjectVersion } from "#db/schema/index.ts";
import type { StackId } from "#engine/stacks/stack.ts";
import { stacks } from "#engine/stacks/stacks.ts";
import { revisionSchema } from "../../../preview/revision.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { ApiError, notFound } from "../../errors.ts";
import { startPush } from "../../deploy/start-push.ts";
import { viewPush } from "../../deploy/view-push.ts";
import { zipFiles, type ZipEntry } from "../../export/zip-files.ts";
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
    const entries =
      format === "static"
        ? await listStaticFiles(blobs, version)
        : await listSource(db, version, format, project.stack);
    const name = `${project.slug}-v${version.number}${format === "source" ? "" : `-${format}`}.zip`;
    return c.body(zipFiles(blobs, entries, new Date(version.createdAt)), 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${name}"`,
    });
  },
});

/** A container is built from the source: its Dockerfile says how, compose.yaml what it is called with. */
async function listSource(
  db: Database,
  version: ProjectVersion,
  format: "source" | "docker" | "vercel",
  stack: StackId,
): Promise<ZipEntry[]> {
  const manifest = await readManifest(db, version.id);
  if (format === "docker" && !Object.hasOwn(manifest, "Dockerfile"))
    throw new ApiError("CONFLICT", `Version ${version.number} has no Dockerfile. Make a new version of it first.`);
  const own = Object.entries(manifest).map(([path, { sha256 }]) => ({ path, sha256 }));
  if (format !== "vercel") return own;
  const host = [...stacks[stack].vercel].map(([path, text]) => ({ path, text }));
  return [...own, ...host.filter(({ path }) => !Object.hasOwn(manifest, path))];
}

/** What the build left for browsers; the artefact's own list says where each file is asked for. */
async function listStaticFiles(blobs: BlobStore, version: ProjectVersion): Promise<ZipEntry[]> {
  const stored = version.artefactSha && (await blobs.text(version.artefactSha));
  if (!stored) throw new ApiError("CONFLICT", `Version ${version.number} was not built, so it has no static files.`);
  const { assets } = revisionSchema.parse(JSON.parse(stored));
  return Object.entries(assets).map(([path, { sha256 }]) => ({ path: path.slice(1), sha256 }));
}
