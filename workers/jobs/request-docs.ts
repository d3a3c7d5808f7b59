// Asks for the documentation that is not indexed yet: once for each content, by the job's id. Without a model nobody reads
// it, so then nothing is asked for. What was given up is tried again later, a few times.
import type { Database } from "#db/client.ts";
import { enqueueJob, findJob, reviveJob } from "#db/queries/job-queue.ts";
import type { Job } from "#db/schema/jobs.ts";
import { chunkerVersion } from "#engine/retrieval/chunk-document.ts";
import { guideDocuments } from "#engine/retrieval/guides.ts";
import { librariesOf } from "#engine/retrieval/libraries.ts";
import { everyMs, readPageSets } from "#engine/retrieval/pages.ts";
import type { StackId } from "#engine/stacks/stack.ts";
import { stacks } from "#engine/stacks/stacks.ts";
import type { Env } from "../env.ts";
import { chooseEmbedder } from "../models/choose-embedder.ts";
import { readModelChoice } from "../models/read-model-choice.ts";
import { sha256Hex } from "../storage/blobs.ts";
import type { DocsPayload } from "./job.ts";

/** Behind everything that somebody waits for. */
const priority = -20;
const hash = async (text: string): Promise<string> => (await sha256Hex(new TextEncoder().encode(text))).slice(0, 24);
/** Of one go; a job has `mostGoes` of them. */
const attempts = 3;
const mostGoes = 5;
/** From the end of a go to the next one; doubles with each. */
const pauseMs = 10 * 60_000;
/** Seen by this isolate to be over: nothing is left to ask for. */
const settled = new Set<string>();

/** For the platform's own models; `requestStackDocs` is for a generation, whatever key it uses. */
export async function requestDocs(env: Env, db: Database, now = Date.now()): Promise<void> {
  if (readModelChoice(env).providers.length === 0) return;
  for (const stack of Object.values(stacks)) await requestStackDocs(env, db, stack.id, now);
  const embedder = chooseEmbedder(env).id;
  for (const set of readPageSets(env.NEXUSGEN_DOCS_PAGES)) {
    const period = Math.floor(now / everyMs[set.every]);
    const id = `job_docs_${await hash(JSON.stringify([set, embedder, chunkerVersion, period]))}`;
    await request(env, db, id, { of: "pages", library: set.library }, now);
  }
}

export async function requestStackDocs(env: Env, db: Database, stack: StackId, now = Date.now()): Promise<void> {
  const { lockfile } = stacks[stack].manifest;
  const parts = [
    stack,
    lockfile,
    librariesOf(stack),
    guideDocuments(stack).version,
    chooseEmbedder(env).id,
    chunkerVersion,
  ];
  await request(env, db, `job_docs_${await hash(JSON.stringify(parts))}`, { of: "packages", stack }, now);
}

async function request(env: Env, db: Database, id: string, payload: DocsPayload, now: number): Promise<void> {
  if (settled.has(id)) return;
  const job = await findJob(db, id);
  if (!job) {
    const asked = { id, type: "index_docs", payload, priority, maxAttempts: attempts };
    await enqueueJob(db, { ...asked, projectId: null, generationId: null });
    await env.JOBS.send({ jobId: id });
    return;
  }
  if (job.status === "completed" || isGivenUp(job)) settled.add(id);
  else if (job.status === "dead" && now >= nextGoAt(job) && (await reviveJob(db, job, attempts, now)))
    await env.JOBS.send({ jobId: id });
}

const goesOf = ({ maxAttempts }: Job): number => Math.ceil(maxAttempts / attempts);
const isGivenUp = (job: Job): boolean => job.status === "dead" && goesOf(job) >= mostGoes;
const nextGoAt = (job: Job): number => Date.parse(job.finishedAt ?? job.runAt) + pauseMs * 2 ** (goesOf(job) - 1);
