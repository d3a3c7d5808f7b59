// Asks for the later checks of a version that the preview now shows. Asking twice asks once.
import { enqueueJob } from "#db/queries/job-queue.ts";
import { awaitChecks } from "#db/queries/version-checks.ts";
import type { Database } from "#db/client.ts";
import type { Env } from "../../../workers/env.ts";

/** The release of the same generation and the first visit of its user go first. */
const delaySeconds = 2;
/** Behind everything that somebody waits for. */
const priority = -10;

export async function requestChecks(
  env: Env,
  db: Database,
  version: { projectId: string; versionId: string; generationId: string },
): Promise<void> {
  const { projectId, versionId, generationId } = version;
  const jobId = `job_${versionId.replace(/^ver_/, "")}`;
  await awaitChecks(db, { projectId, versionId });
  const job = await enqueueJob(db, {
    id: jobId,
    type: "check",
    payload: { versionId },
    priority,
    maxAttempts: 3,
    projectId,
    generationId,
  });
  if (job.status === "pending") await env.JOBS.send({ jobId }, { delaySeconds });
}
