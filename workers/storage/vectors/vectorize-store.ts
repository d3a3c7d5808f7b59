// Cloudflare Vectorize, in production. An index has one size: shorter vectors are filled with zeros, which changes no
// cosine. Ids and namespaces are hashed, since Vectorize takes at most 64 bytes of each; ids are one for the whole index,
// so the namespace is part of them, and the id itself is kept as metadata.
import { sha256Hex } from "../blobs.ts";
import type { VectorStore } from "./vector-store.ts";

/** Limits of the service: https://developers.cloudflare.com/vectorize/platform/limits/ */
const dimensions = 1_536;
const mostAtOnce = 500;
/** With metadata. */
const mostMatches = 50;

const encoder = new TextEncoder();
const hash = async (text: string): Promise<string> => (await sha256Hex(encoder.encode(text))).slice(0, 48);

export function vectorizeStore(index: Vectorize): VectorStore {
  const idOf = (namespace: string, id: string) => hash(`${namespace}\n${id}`);
  return {
    async upsert(namespace, vectors) {
      const place = await hash(namespace);
      for (let at = 0; at < vectors.length; at += mostAtOnce) {
        const batch = vectors.slice(at, at + mostAtOnce).map(async ({ id, vector }) => ({
          id: await idOf(namespace, id),
          namespace: place,
          values: fill(vector),
          metadata: { id },
        }));
        await index.upsert(await Promise.all(batch));
      }
    },
    async query(namespace, vector, most) {
      const topK = Math.min(most, mostMatches);
      const { matches } = await index.query(fill(vector), {
        namespace: await hash(namespace),
        topK,
        returnMetadata: "all",
      });
      return matches.flatMap(({ metadata, score }) => {
        const id = metadata?.["id"];
        return typeof id === "string" ? [{ id, score }] : [];
      });
    },
    async remove(namespace, ids) {
      for (let at = 0; at < ids.length; at += mostAtOnce) {
        const hashed = await Promise.all(ids.slice(at, at + mostAtOnce).map((id) => idOf(namespace, id)));
        await index.deleteByIds(hashed);
      }
    },
  };
}

function fill(vector: Float32Array): number[] {
  if (vector.length > dimensions) throw new Error(`A vector of ${vector.length} dimensions does not fit the index.`);
  return [...vector, ...Array.from({ length: dimensions - vector.length }, () => 0)];
}
