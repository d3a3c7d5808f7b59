// Asks for a push of a version to GitHub; the job that makes it says how far it is.
import type { Context } from "hono";
import type { z } from "zod";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { enqueueJob } from "#db/queries/job-queue.ts";
import { findConnection } from "#db/queries/connections.ts";
import { findPush, findRepository, hasOpenPush, requestPush } from "#db/queries/repositories.ts";
import { findLatestGreenVersion, findVersion } from "#db/queries/versions.ts";
import type { Project, RepositoryPush } from "#db/schema/index.ts";
import type { ApiEnv } from "../api-env.ts";
import { auditOf } from "../auth/sign-in.ts";
import { ApiError, notFound } from "../errors.ts";
import type { Caller } from "../guard.ts";
import type { startPushSchema } from "../schemas/github.ts";

const attempts = 2;

export async function startPush(
  c: Context<ApiEnv>,
  { caller, project, wanted }: { caller: Caller; project: Project; wanted: z.output<typeof startPushSchema> },
): Promise<RepositoryPush> {
  const db = openDatabase(c.env.DB);
  const connection = await findConnection(db, project.workspaceId, "github");
  if (!connection)
    throw new ApiError("CONFLICT", "GitHub is not connected. Add a token of it in the workspace’s settings first.");
  const shown = wanted.version ?? project.currentVersionId;
  const version =
    shown === null ? await findLatestGreenVersion(db, project.id) : await findVersion(db, project.id, shown);
  if (!version && wanted.version !== undefined) throw notFound("version");
  if (!version) throw new ApiError("CONFLICT", "There is nothing to push yet. Start a generation first.");
  if (await hasOpenPush(db, project.id))
    throw new ApiError("CONFLICT", "A push of this project is under way. Wait for it.");
  const known = await findRepository(db, project.id);
  const parts = wanted.repository?.split("/") ?? (known ? [known.owner, known.name] : [project.slug]);
  const name = parts.at(-1) ?? project.slug;
  const owner = parts.length > 1 ? (parts[0] ?? "") : (connection.login ?? "");
  const kind = wanted.kind ?? "branch";
  const branch = wanted.branch ?? (kind === "branch" ? "" : `nexusgen/v${version.number}`);
  const id = newId("push");
  await requestPush(
    db,
    {
      id,
      projectId: project.id,
      versionId: version.id,
      owner,
      name,
      kind,
      branch,
      visibility: wanted.visibility ?? "private",
      createdBy: caller.userId,
    },
    auditOf(c, {
      action: "repository.pushed",
      actorId: caller.userId,
      targetId: project.id,
      details: { repository: `${owner}/${name}`, kind, version: version.number },
    }),
  );
  const job = await enqueueJob(db, {
    id: newId("job"),
    type: "push",
    payload: { pushId: id },
    priority: 5,
    maxAttempts: attempts,
    projectId: project.id,
    generationId: null,
  });
  await c.env.JOBS.send({ jobId: job.id });
  const row = await findPush(db, project.id, id);
  if (!row) throw notFound("push");
  return row;
}
