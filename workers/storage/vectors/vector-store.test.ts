// Both stores keep the same promises: Vectorize's by an index that does what the service says of itself.
import { describe, expect, it } from "vitest";
import { env as testEnv } from "cloudflare:workers";
import type { Env } from "../../env.ts";
import { runInDurableObject } from "cloudflare:test";
import { similarity } from "#engine/llm/embeddings.ts";
import type { Sql } from "./sql.ts";
import { sqliteVectorStore } from "./sqlite-vector-store.ts";
import type { VectorStore } from "./vector-store.ts";
import { vectorizeStore } from "./vectorize-store.ts";

const env = testEnv as unknown as Env;

/** The limits and the behaviour of the service that our adapter meets. */
function standInIndex(): Vectorize {
  const stored = new Map<string, VectorizeVector>();
  return {
    upsert(vectors: VectorizeVector[]) {
      for (const vector of vectors) {
        expect(vector.values).toHaveLength(1_536);
        expect(vector.id.length).toBeLessThanOrEqual(64);
        expect(vector.namespace?.length).toBeLessThanOrEqual(64);
        stored.set(vector.id, vector);
      }
      return Promise.resolve({ mutationId: "1" });
    },
    query(wanted: number[], { namespace, topK = 5 }: VectorizeQueryOptions = {}) {
      expect(topK).toBeLessThanOrEqual(50);
      const matches = [...stored.values()]
        .filter((vector) => vector.namespace === namespace)
        .map((vector) => ({
          ...vector,
          score: similarity(Float32Array.from(wanted), Float32Array.from(vector.values as number[])),
        }))
        .sort((a, b) => b.score - a.score)
        .slice(0, topK);
      return Promise.resolve({ count: matches.length, matches });
    },
    deleteByIds(ids: string[]) {
      for (const id of ids) stored.delete(id);
      return Promise.resolve({ mutationId: "2" });
    },
  } as unknown as Vectorize;
}

const at = (...values: number[]) => Float32Array.from(values);

async function check(store: VectorStore): Promise<void> {
  const long = `hono@4.13.19/dist/types/${"very-".repeat(30)}long.d.ts#12`;
  await store.upsert("docs", [
    { id: long, vector: at(1, 0, 0) },
    { id: "b", vector: at(0.6, 0.8, 0) },
    { id: "c", vector: at(0, 0, 1) },
  ]);
  await store.upsert("tenant", [{ id: "b", vector: at(1, 0, 0) }]);
  const [first, second] = await store.query("docs", at(1, 0, 0), 2);
  expect([first?.id, second?.id]).toEqual([long, "b"]);
  expect(first?.score).toBeCloseTo(1);
  expect(second?.score).toBeCloseTo(0.6);
  await store.upsert("docs", [{ id: "c", vector: at(1, 0, 0) }]);
  await store.remove("docs", [long]);
  expect((await store.query("docs", at(1, 0, 0), 10))[0]?.id).toBe("c");
  expect((await store.query("tenant", at(1, 0, 0), 10)).map(({ id }) => id)).toEqual(["b"]);
  expect(await store.query("nobody", at(1, 0, 0), 10)).toEqual([]);
}

describe("a store of vectors finds the nearest of its namespace alone", () => {
  it("in SQLite", async () => {
    const stub = env.DOCS.get(env.DOCS.idFromName("vectors"));
    await runInDurableObject(stub, async (_instance, state) => {
      const sql: Sql = (query, ...bindings) => state.storage.sql.exec(query, ...bindings).toArray() as never;
      await check(sqliteVectorStore(sql));
    });
  });

  it("in Vectorize", () => check(vectorizeStore(standInIndex())));
});
