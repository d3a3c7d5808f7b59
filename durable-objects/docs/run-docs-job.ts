// A job of the documentation: its row says how it ends. A source that is there already costs a look, so that a job which
// was killed goes on where it stopped.
import type { Database } from "#db/client.ts";
import { endJob, failJob, renewLease } from "#db/queries/job-queue.ts";
import type { Env } from "../../workers/env.ts";
import type { DocsJob } from "../../workers/jobs/job.ts";
import { chooseEmbedder } from "../../workers/models/choose-embedder.ts";
import type { DocsIndex } from "./docs-index.ts";
import { indexPackages } from "./index-packages.ts";
import { indexPages } from "./index-pages.ts";

const renewMs = 15_000;
const longestMs = 15 * 60_000;

export async function runDocsJob(env: Env, db: Database, index: DocsIndex, job: DocsJob): Promise<void> {
  const renewal = setInterval(() => void renewLease(db, job.id).catch(() => {}), renewMs);
  const signal = AbortSignal.timeout(longestMs);
  try {
    // A provider that gives no embeddings is no reason to have no documentation: the last attempt does without.
    const embedder = chooseEmbedder(env, job.attempts < job.maxAttempts);
    if (job.of === "packages") await indexPackages(env, index, job.stack, embedder, signal);
    else await indexPages(env, index, job.library, embedder, signal);
    await endJob(db, job.id, "completed");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(JSON.stringify({ level: "error", message: "documentation was not indexed", jobId: job.id, reason }));
    if (job.attempts >= job.maxAttempts) return void (await endJob(db, job.id, "dead", reason));
    const delaySeconds = 5 * 2 ** job.attempts;
    await failJob(db, job.id, reason, delaySeconds * 1_000);
    await env.JOBS.send({ jobId: job.id }, { delaySeconds });
  } finally {
    clearInterval(renewal);
  }
}
