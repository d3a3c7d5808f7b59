// Asks for the documentation that is not indexed yet: once for each content, by the job's id. Without a model nobody reads
// it, so then nothing is asked for.
import type { Database } from "#db/client.ts";
import { enqueueJob, jobExists } from "#db/queries/job-queue.ts";
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
/** Asked for by this isolate before: the row is there. */
const known = new Set<string>();

/** For the platform's own models; `requestStackDocs` is for a generation, whatever key it uses. */
export async function requestDocs(env: Env, db: Database, now = Date.now()): Promise<void> {
  if (readModelChoice(env).providers.length === 0) return;
  for (const stack of Object.values(stacks)) await requestStackDocs(env, db, stack.id);
  const embedder = chooseEmbedder(env).id;
  for (const set of readPageSets(env.NEXUSGEN_DOCS_PAGES)) {
    const period = Math.floor(now / everyMs[set.every]);
    const id = `job_docs_${await hash(JSON.stringify([set, embedder, chunkerVersion, period]))}`;
    await request(env, db, id, { of: "pages", library: set.library });
  }
}

export async function requestStackDocs(env: Env, db: Database, stack: StackId): Promise<void> {
  const { lockfile } = stacks[stack].manifest;
  const parts = [
    stack,
    lockfile,
    librariesOf(stack),
    guideDocuments(stack).version,
    chooseEmbedder(env).id,
    chunkerVersion,
  ];
  await request(env, db, `job_docs_${await hash(JSON.stringify(parts))}`, { of: "packages", stack });
}

async function request(env: Env, db: Database, jobId: string, payload: DocsPayload): Promise<void> {
  if (known.has(jobId)) return;
  if (!(await jobExists(db, jobId))) {
    const job = {
      id: jobId,
      type: "index_docs",
      payload,
      priority,
      maxAttempts: 3,
      projectId: null,
      generationId: null,
    };
    await enqueueJob(db, job);
    await env.JOBS.send({ jobId });
  }
  known.add(jobId);
}
