// Texts as vectors, for finding what is near in meaning. Every vector has length 1, so that a dot product is the cosine;
// a text without content has no direction: its vector is all zeros and near to nothing.
import type { ModelError } from "./model-error.ts";

export interface Embedder {
  /** Names the model and its size. Vectors of different ids cannot be compared: keep the id beside what is stored. */
  readonly id: string;
  readonly dimensions: number;
  /** One vector for each text, in their order. Never throws; nothing of a failed call is returned. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Embeddings>;
}

export type Embeddings =
  | { readonly ok: true; readonly vectors: readonly Float32Array[]; readonly tokens: number }
  /** `tokens`: what the provider had counted by then. */
  | { readonly ok: false; readonly error: ModelError; readonly tokens: number };

/** 1 for the same direction, 0 for texts that have nothing in common. Both must come from the same embedder. */
export function similarity(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  // Ten times as fast as over entries(), and this runs once for every vector that is stored.
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** Scales to length 1 in place; zeros stay zeros. */
export function normalise(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (length > 0) for (const [at, value] of vector.entries()) vector[at] = value / length;
  return vector;
}
