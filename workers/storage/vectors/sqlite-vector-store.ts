// Vectors in SQLite, for where Vectorize is not bound: every vector of the namespace is compared. 10,000 of 512 dimensions
// take some 50 ms, which is exact and needs nothing to be tuned.
import { similarity } from "#engine/llm/embeddings.ts";
import type { Sql } from "./sql.ts";
import type { VectorMatch, VectorStore } from "./vector-store.ts";

/** Rows read at once, so that a large namespace does not stand in memory as a whole. */
const page = 1_000;

export function sqliteVectorStore(sql: Sql): VectorStore {
  sql(
    "CREATE TABLE IF NOT EXISTS vectors (row INTEGER PRIMARY KEY, namespace TEXT NOT NULL, id TEXT NOT NULL, vector BLOB NOT NULL, UNIQUE (namespace, id))",
  );
  return {
    upsert(namespace, vectors) {
      for (const { id, vector } of vectors) {
        sql(
          "INSERT INTO vectors (namespace, id, vector) VALUES (?, ?, ?) ON CONFLICT (namespace, id) DO UPDATE SET vector = excluded.vector",
          namespace,
          id,
          new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength).slice(),
        );
      }
      return Promise.resolve();
    },
    query(namespace, wanted, most) {
      const best: VectorMatch[] = [];
      let after = 0;
      for (;;) {
        const rows = sql<{ row: number; id: string; vector: ArrayBuffer | Uint8Array }>(
          "SELECT row, id, vector FROM vectors WHERE namespace = ? AND row > ? ORDER BY row LIMIT ?",
          namespace,
          after,
          page,
        );
        for (const { row, id, vector } of rows) {
          after = row;
          keepBest(best, { id, score: similarity(wanted, toFloats(vector)) }, most);
        }
        if (rows.length < page) return Promise.resolve(best);
      }
    },
    remove(namespace, ids) {
      for (const id of ids) sql("DELETE FROM vectors WHERE namespace = ? AND id = ?", namespace, id);
      return Promise.resolve();
    },
  };
}

/** Best first; a vector without any likeness is no match. */
function keepBest(best: VectorMatch[], match: VectorMatch, most: number): void {
  if (match.score <= 0 || (best.length >= most && match.score <= (best.at(-1)?.score ?? 0))) return;
  const place = best.findIndex(({ score }) => score < match.score);
  best.splice(place === -1 ? best.length : place, 0, match);
  if (best.length > most) best.pop();
}

function toFloats(bytes: ArrayBuffer | Uint8Array): Float32Array {
  if (bytes instanceof ArrayBuffer) return new Float32Array(bytes);
  // A view may begin where no float may.
  return new Float32Array(bytes.slice().buffer);
}
