// Vectors by namespace: what one tenant, or one kind of thing, stores is never found in another's.

export interface StoredVector {
  readonly id: string;
  /** Of length 1. */
  readonly vector: Float32Array;
}

export interface VectorMatch {
  readonly id: string;
  /** Cosine: 1 for the same direction. */
  readonly score: number;
}

export interface VectorStore {
  /** Replaces what has the same id in the namespace. */
  upsert(namespace: string, vectors: readonly StoredVector[]): Promise<void>;
  /** The nearest, best first. `most`: at most 100. */
  query(namespace: string, vector: Float32Array, most: number): Promise<VectorMatch[]>;
  remove(namespace: string, ids: readonly string[]): Promise<void>;
}
