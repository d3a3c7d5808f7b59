// A new version with the files of an older one, shown in the preview at once if that one was built. One that a person saved
// and nobody built is built first: the preview switches when its tests pass.
import type { Context } from "hono";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import type { ProjectAccess, VersionRow } from "#db/queries/access.ts";
import { rollBackVersion } from "#db/queries/versions.ts";
import { variables } from "../../env.ts";
import { previewOrigin } from "../../preview/access.ts";
import { forgetFoundApps } from "../../preview/find-app.ts";
import type { ApiEnv } from "../api-env.ts";
import { auditOf } from "../auth/sign-in.ts";
import { ApiError } from "../errors.ts";
import type { Caller } from "../guard.ts";
import { projectStub } from "../project-stub.ts";
import { startBuild } from "./start-build.ts";

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

/** Of those, the ones in which no other generation can begin. */
const waitingStates = new Set(["awaiting_approval", "preview", "paused"]);

export async function rollBackTo(
  c: Context<ApiEnv>,
  { caller, project, target }: { caller: Caller; project: ProjectAccess["project"]; target: VersionRow },
): Promise<VersionRow> {
  if (target.status === "building") throw new ApiError("CONFLICT", `Version ${target.number} is not finished yet.`);
  const needsBuild = target.status === "draft";
  const stub = projectStub(c.env, project.id);
  const { generation } = await stub.snapshot();
  if (generation && !restingStates.has(generation.status)) {
    throw new ApiError("CONFLICT", "A generation is changing this project. Cancel it or wait, then roll back.");
  }
  if (needsBuild && project.status === "archived")
    throw new ApiError("CONFLICT", "This project is archived. Take it out of the archive first.");
  if (needsBuild && generation && waitingStates.has(generation.status))
    throw new ApiError(
      "CONFLICT",
      "A generation waits for somebody, and this version has to be built first. Finish it or cancel it.",
    );
  const deploymentId = newId("deployment");
  const previewUrl = previewOrigin(variables(c.env), { label: project.hostLabel, environment: "preview" });
  const version = await rollBackVersion(openDatabase(c.env.DB), {
    target,
    deploymentId,
    actorId: caller.userId,
    message: `Roll back to version ${target.number}`,
    previewUrl,
    audit: auditOf(c, {
      action: "version.rolled_back",
      actorId: caller.userId,
      targetId: project.id,
      details: { to: target.number },
    }),
  });
  forgetFoundApps();
  await stub.appendVersionCreated({ actorId: caller.userId, versionId: version.id, changes: [] });
  if (version.artefactSha !== null)
    await stub.appendDeployment({
      actorId: caller.userId,
      deploymentId,
      environment: "preview",
      versionId: version.id,
      status: "ready",
      url: previewUrl,
      trigger: "rollback",
    });
  if (needsBuild) await startBuild(c, { caller, project, version });
  return version;
}
