// Signatures that a workspace has fixes for, as vectors: one object a workspace, named by its id. What the fixes are stands in
// D1 and R2; here is only which signatures are near to one.
import { DurableObject } from "cloudflare:workers";
import { leastSimilarity, mostSimilar, signatureEmbedder } from "#engine/heal/cache/similar.ts";
import type { Env } from "../../workers/env.ts";
import type { Sql } from "../../workers/storage/vectors/sql.ts";
import { sqliteVectorStore } from "../../workers/storage/vectors/sqlite-vector-store.ts";
import type { VectorMatch, VectorStore } from "../../workers/storage/vectors/vector-store.ts";
import { vectorizeStore } from "../../workers/storage/vectors/vectorize-store.ts";

const longestText = 300;

export class FixesDO extends DurableObject<Env> {
  readonly #vectors: VectorStore;
  readonly #namespace: string;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const sql: Sql = (query, ...bindings) => ctx.storage.sql.exec(query, ...bindings).toArray() as never;
    this.#vectors = env.VECTORS ? vectorizeStore(env.VECTORS) : sqliteVectorStore(sql);
    // Vectorize has one space for all workspaces; what tells them apart is the namespace.
    this.#namespace = `fixes/${ctx.id.toString()}/${signatureEmbedder.id}`;
  }

  async remember(signature: string, text: string): Promise<void> {
    const vector = await this.#embed(text);
    if (vector) await this.#vectors.upsert(this.#namespace, [{ id: signature, vector }]);
  }

  /** Best first, the signature itself left out. */
  async nearest(signature: string, text: string): Promise<VectorMatch[]> {
    const vector = await this.#embed(text);
    if (!vector) return [];
    const found = await this.#vectors.query(this.#namespace, vector, mostSimilar + 1);
    return found.filter(({ id, score }) => id !== signature && score >= leastSimilarity).slice(0, mostSimilar);
  }

  async forget(signature: string): Promise<void> {
    await this.#vectors.remove(this.#namespace, [signature]);
  }

  async #embed(text: string): Promise<Float32Array | undefined> {
    const embedded = await signatureEmbedder.embed([text.slice(0, longestText)], AbortSignal.timeout(1_000));
    return embedded.ok ? embedded.vectors[0] : undefined;
  }
}
