// The documentation that agents look things up in: one object for all projects. Only adapts: docs-index.ts finds,
// index-docs.ts fills.
import { DurableObject } from "cloudflare:workers";
import { openDatabase } from "#db/client.ts";
import type { Chunk } from "#engine/retrieval/chunk.ts";
import { librariesOf } from "#engine/retrieval/libraries.ts";
import type { StackId } from "#engine/stacks/stack.ts";
import type { Env } from "../../workers/env.ts";
import type { DocsJob } from "../../workers/jobs/job.ts";
import { embedderFor } from "../../workers/models/choose-embedder.ts";
import type { Sql } from "../../workers/storage/vectors/sql.ts";
import { sqliteVectorStore } from "../../workers/storage/vectors/sqlite-vector-store.ts";
import { vectorizeStore } from "../../workers/storage/vectors/vectorize-store.ts";
import { DocsIndex } from "./docs-index.ts";
import { pagesScope } from "./index-pages.ts";
import { runDocsJob } from "./run-docs-job.ts";

const longestQuestion = 2_000;
const searchMs = 10_000;
/** Asked to be woken while a job runs, so that the object stays. */
const wakeMs = 15_000;

export class DocsDO extends DurableObject<Env> {
  readonly #index: DocsIndex;
  readonly #running = new Set<string>();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const sql: Sql = (query, ...bindings) => ctx.storage.sql.exec(query, ...bindings).toArray() as never;
    this.#index = new DocsIndex(sql, env.VECTORS ? vectorizeStore(env.VECTORS) : sqliteVectorStore(sql));
  }

  /** What the documentation of a stack says to a question, best first; empty while nothing is indexed. */
  async search(stack: StackId, question: string): Promise<Chunk[]> {
    const own = this.#index.sourcesOf(stack);
    if (own.length === 0) return [];
    const pages = librariesOf(stack).map((library) => `${library.package}@web`);
    const sources = [...own, ...this.#index.sourcesOf(pagesScope).filter((source) => pages.includes(source))];
    const embedder = embedderFor(this.env, this.#index.embedderOf(stack));
    const query = { question: question.slice(0, longestQuestion), sources };
    return [...(await this.#index.search(query, embedder, AbortSignal.timeout(searchMs))).reranked];
  }

  size(): { chunks: number; sources: number } {
    return this.#index.size;
  }

  /** A queue delivery: runs in the background, once. */
  async runJob(job: DocsJob): Promise<void> {
    if (this.#running.has(job.id)) return;
    this.#running.add(job.id);
    await this.ctx.storage.setAlarm(Date.now() + wakeMs);
    const work = runDocsJob(this.env, openDatabase(this.env.DB), this.#index, job).finally(() =>
      this.#running.delete(job.id),
    );
    this.ctx.waitUntil(work);
  }

  override async alarm(): Promise<void> {
    if (this.#running.size > 0) await this.ctx.storage.setAlarm(Date.now() + wakeMs);
  }
}
