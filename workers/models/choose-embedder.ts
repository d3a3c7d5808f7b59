// What turns documentation into vectors: the platform's own OpenAI key where there is one, else words alone. Documentation
// belongs to everybody, so a workspace's own key is never spent on it.
import { z } from "zod";
import type { Embedder } from "#engine/llm/embeddings.ts";
import { lexicalEmbedder } from "#engine/llm/lexical-embedding.ts";
import { openaiEmbedder } from "#engine/llm/providers/openai/openai-embedder.ts";
import type { Env } from "../env.ts";

const choices = ["openai", "lexical"] as const;

/** `mayAsk`: whether a provider is to be tried at all. Throws an Error that names the variable when it is malformed. */
export function chooseEmbedder(env: Env, mayAsk = true): Embedder {
  const parsed = z.enum(choices).safeParse(env.NEXUSGEN_EMBEDDER || "openai");
  if (!parsed.success) throw new Error(`NEXUSGEN_EMBEDDER must be ${choices.join(" or ")}.`);
  if (parsed.data === "lexical" || !mayAsk || !env.OPENAI_API_KEY) return lexicalEmbedder;
  return openaiEmbedder({ apiKey: env.OPENAI_API_KEY, baseUrl: env.OPENAI_BASE_URL || null });
}

/** The one of this id, for questions to what it embedded; null when the configuration no longer has it. */
export function embedderFor(env: Env, id: string | null): Embedder | null {
  return [lexicalEmbedder, chooseEmbedder(env)].find((embedder) => embedder.id === id) ?? null;
}
