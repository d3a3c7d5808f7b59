import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { rollBackVersion } from "#db/queries/versions.ts";
import { variables } from "../../../env.ts";
import { previewOrigin } from "../../../preview/access.ts";
import { forgetFoundApps } from "../../../preview/find-app.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { versionParamsSchema, versionSchema } from "../../schemas/versions.ts";
import { viewVersion } from "../../views.ts";

/** The loop stands still here, or waits for a person. */
const restingStates = new Set([
  "idle",
  "awaiting_approval",
  "preview",
  "paused",
  "complete",
  "failed",
  "escalated",
  "cancelled",
]);

export const rollBack = operation({
  guard: member("member", "version"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/versions/{version}/rollback",
    tags: ["versions"],
    summary: "Make a new version with the files of an older one",
    description: "Nothing is lost: the versions between stay. If the old one was built, the preview shows it at once.",
    request: { params: versionParamsSchema },
    responses: { 201: jsonOf("The new version.", versionSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project, version: target }) {
    if (target.status === "draft" || target.status === "building") {
      throw new ApiError("CONFLICT", `Version ${target.number} is not finished yet.`);
    }
    const stub = projectStub(c.env, project.id);
    const { generation } = await stub.snapshot();
    if (generation && !restingStates.has(generation.status)) {
      throw new ApiError("CONFLICT", "A generation is changing this project. Cancel it or wait, then roll back.");
    }
    const version = await rollBackVersion(openDatabase(c.env.DB), {
      target,
      actorId: caller.userId,
      message: `Roll back to version ${target.number}`,
      previewUrl: previewOrigin(variables(c.env), { label: project.hostLabel, environment: "preview" }),
      audit: auditOf(c, {
        action: "version.rolled_back",
        actorId: caller.userId,
        targetId: project.id,
        details: { to: target.number },
      }),
    });
    forgetFoundApps();
    await stub.appendVersionCreated({ actorId: caller.userId, versionId: version.id, changes: [] });
    return c.json(viewVersion(version), 201);
  },
});
