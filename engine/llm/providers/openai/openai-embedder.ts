import type OpenAI from "openai";
import { estimateTokens } from "../../cost.ts";
import { type Embedder, type Embeddings, normalise } from "../../embeddings.ts";
import type { ModelError } from "../../model-error.ts";
import { openaiClient, type OpenaiServer } from "./openai-client.ts";
import { readOpenaiFailure } from "./read-openai-failure.ts";

/** Vectorize stores no more dimensions. */
const dimensions = 1_536;
const model = "text-embedding-3-small";
/** The API's limits of one request. */
const maxTexts = 2_048;
const maxTokens = 300_000;

export function openaiEmbedder(server: OpenaiServer): Embedder {
  const client = openaiClient(server);
  return {
    id: `${model}/${dimensions}`,
    dimensions,
    embed: (texts, signal) => embed(client, texts, signal),
  };
}

async function embed(client: OpenAI, texts: readonly string[], signal: AbortSignal): Promise<Embeddings> {
  const vectors = texts.map((): Float32Array => new Float32Array(dimensions));
  let tokens = 0;
  for (const batch of inBatches(texts)) {
    try {
      const input = batch.map(({ text }) => text);
      const answer = await client.embeddings.create({ model, input, dimensions }, { signal });
      tokens += answer.usage.prompt_tokens;
      const isWhole = answer.data.length === batch.length;
      if (!isWhole || answer.data.some(({ embedding }) => embedding.length !== dimensions)) {
        return { ok: false, error: unfit, tokens };
      }
      for (const { index, embedding } of answer.data) {
        const at = batch[index]?.at;
        if (at !== undefined) vectors[at] = normalise(Float32Array.from(embedding));
      }
    } catch (error) {
      return { ok: false, error: readOpenaiFailure(error, signal), tokens };
    }
  }
  return { ok: true, vectors, tokens };
}

const unfit: ModelError = {
  kind: "server",
  message: "The provider answered with other vectors than it was asked for.",
  retryAfterMs: null,
};

interface Placed {
  readonly text: string;
  readonly at: number;
}

/** Texts in requests of the size that the API takes, each with its place; it refuses a text without content. */
function inBatches(texts: readonly string[]): Placed[][] {
  const batches: Placed[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const [at, text] of texts.entries()) {
    if (text.trim() === "") continue;
    const tokens = estimateTokens(text);
    const last = batches.at(-1);
    if (last && last.length < maxTexts && size + tokens <= maxTokens) {
      last.push({ text, at });
      size += tokens;
    } else {
      batches.push([{ text, at }]);
      size = tokens;
    }
  }
  return batches;
}
