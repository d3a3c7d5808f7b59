// One source into the index: cut, embedded, stored. Costs nothing where its version is there already.
import type { Embedder } from "#engine/llm/embeddings.ts";
import type { ModelError } from "#engine/llm/model-error.ts";
import type { Chunk, SourceDocument } from "#engine/retrieval/chunk.ts";
import { chunkDocument, chunkerVersion } from "#engine/retrieval/chunk-document.ts";
import type { DocsIndex } from "./docs-index.ts";

export type Indexed =
  | { readonly kind: "unchanged" }
  | { readonly kind: "indexed"; readonly chunks: number; readonly tokens: number }
  | { readonly kind: "failed"; readonly error: ModelError };

/** `source`: `hono@4.13.19`. `version`: what the documents are, beyond the source's name; "" when that says it. */
export async function indexSource(
  index: DocsIndex,
  source: string,
  version: string,
  documents: readonly SourceDocument[],
  embedder: Embedder,
  signal: AbortSignal,
): Promise<Indexed> {
  const whole = `${chunkerVersion}:${version}`;
  if (index.holds(source, whole, embedder.id)) return { kind: "unchanged" };
  const chunks = documents.flatMap(chunkDocument);
  const embedded = await embedder.embed(chunks.map(textOf), signal);
  if (!embedded.ok) return { kind: "failed", error: embedded.error };
  await index.put(source, whole, chunks, embedded.vectors, embedder.id);
  return { kind: "indexed", chunks: chunks.length, tokens: embedded.tokens };
}

export function isIndexed(index: DocsIndex, source: string, version: string, embedder: Embedder): boolean {
  return index.holds(source, `${chunkerVersion}:${version}`, embedder.id);
}

/** What a piece is about stands before it, since it may not say so itself. */
function textOf({ library, heading, text }: Chunk): string {
  return `${library} ${heading}\n${text}`;
}
