import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { headVersion } from "#db/queries/version-writes.ts";
import { createEditedVersion, findVersion, readManifest } from "#db/queries/versions.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { changedFiles } from "../../../storage/changed-files.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { applyChanges } from "../../edit/apply-changes.ts";
import { refuseWhileBusy } from "../../edit/refuse-while-busy.ts";
import { ApiError, notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";
import { editVersionSchema, versionSchema } from "../../schemas/versions.ts";
import { viewVersion } from "../../views.ts";

export const editVersion = operation({
  guard: member("member", "project"),
  bodyLimit: 8 * 1024 * 1024,
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/versions",
    tags: ["versions"],
    summary: "Save changes to files as a new version",
    description:
      "On top of the newest version, or of the one the next generation would start from. The new version is a draft " +
      "until it is built; the next generation starts from it and keeps what was changed.",
    request: { params: projectParamsSchema, body: jsonBody(editVersionSchema) },
    responses: { 201: jsonOf("The new version.", versionSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project }) {
    const db = openDatabase(c.env.DB);
    const { base: wanted, message, changes } = c.req.valid("json");
    const stub = projectStub(c.env, project.id);
    await refuseWhileBusy(stub, "send your changes");
    const [newest, head, base] = await Promise.all([
      findVersion(db, project.id, "latest"),
      headVersion(db, project.id),
      findVersion(db, project.id, wanted),
    ]);
    if (!newest) throw new ApiError("CONFLICT", "There are no files yet. Start a generation first.");
    if (!base) throw notFound("version to change");
    if (base.id !== newest.id && base.id !== head?.id) throw overtaken(newest.number);
    const before = await readManifest(db, base.id);
    const files = await applyChanges(new BlobStore(c.env.BLOBS), before, changes);
    const changed = changedFiles(before, files);
    if (changed.length === 0) throw new ApiError("VALIDATION_ERROR", "Every file already has this content.");
    const version = await createEditedVersion(db, {
      base,
      after: newest.number,
      files,
      message: message ?? describeChanges(changed.map(({ path }) => path)),
      actorId: caller.userId,
      audit: auditOf(c, {
        action: "version.edited",
        actorId: caller.userId,
        targetId: project.id,
        details: { base: base.number, files: changed.length },
      }),
    });
    if (!version) throw overtaken(newest.number + 1);
    await stub.appendVersionCreated({ actorId: caller.userId, versionId: version.id, changes: changed });
    return c.json(viewVersion(version), 201);
  },
});

function overtaken(number: number): ApiError {
  return new ApiError("CONFLICT", `Version ${number} is newer. Read it, and send your changes on top of it.`);
}

function describeChanges(paths: string[]): string {
  const [first = "", ...rest] = paths;
  return rest.length === 0 ? `Edit ${first}` : `Edit ${first} and ${rest.length} more`;
}
