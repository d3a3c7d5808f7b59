// What ships inside a stack's installed packages, at the versions that its lockfile names, and our own guide to its apps.
import type { Embedder } from "#engine/llm/embeddings.ts";
import type { SourceDocument } from "#engine/retrieval/chunk.ts";
import { guideDocuments } from "#engine/retrieval/guides.ts";
import { librariesOf, type Library } from "#engine/retrieval/libraries.ts";
import type { StackId } from "#engine/stacks/stack.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import type { Env } from "../../workers/env.ts";
import { builderFor } from "../../workers/jobs/builder.ts";
import type { DocsIndex } from "./docs-index.ts";
import { indexSource } from "./index-source.ts";

export async function indexPackages(
  env: Env,
  index: DocsIndex,
  stack: StackId,
  embedder: Embedder,
  signal: AbortSignal,
): Promise<void> {
  const guide = guideDocuments(stack);
  await store(index, guide.source, guide.version, guide.documents, embedder, signal);
  const builder = builderFor(env, "docs");
  const key = await builder.fillStore(stackFor(stack).manifest);
  const sources = [guide.source];
  for (const library of librariesOf(stack)) {
    const { package: name, under, not = [] } = library;
    signal.throwIfAborted();
    const { version, documents } = await builder.readDocuments(key, {
      package: name,
      under: [...under],
      not: [...not],
    });
    if (version === null) continue;
    const source = `${name}@${version}`;
    await store(
      index,
      source,
      "",
      documents.map((document) => toDocument(library, version, document)),
      embedder,
      signal,
    );
    sources.push(source);
  }
  // Last: until everything is there, questions are answered by what was.
  await index.assign(stack, sources, embedder.id);
}

async function store(
  index: DocsIndex,
  source: string,
  version: string,
  documents: readonly SourceDocument[],
  embedder: Embedder,
  signal: AbortSignal,
): Promise<void> {
  const indexed = await indexSource(index, source, version, documents, embedder, signal);
  if (indexed.kind === "failed") throw new Error(`${source} was not embedded: ${indexed.error.message}`);
}

function toDocument(
  { package: library }: Library,
  version: string,
  { path, text }: { path: string; text: string },
): SourceDocument {
  return { library, version, path, kind: path.endsWith(".md") ? "guide" : "declarations", text };
}
