// How well documentation is found: recall@10 over labelled questions, for each way of searching. Options: none. Needs no
// provider: vectors are those of the lexical embedder; with OPENAI_API_KEY the same is measured with OpenAI's.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Embedder } from "#engine/llm/embeddings.ts";
import { lexicalEmbedder } from "#engine/llm/lexical-embedding.ts";
import { openaiEmbedder } from "#engine/llm/providers/openai/openai-embedder.ts";
import type { DocsIndex, Found } from "../durable-objects/docs/docs-index.ts";
import { fillIndex } from "./retrieval/fill-index.ts";
import { freshQuestions, type LabelledQuestion, questions, secondQuestions } from "./retrieval/questions.ts";
import type { Benchmark } from "./run.ts";
import { distribution } from "./statistics.ts";

const kept = 10;
const ways = ["vector", "text", "hybrid", "reranked"] as const;

export const benchmark: Benchmark = {
  async run() {
    const key = process.env["OPENAI_API_KEY"];
    const baseUrl = process.env["OPENAI_BASE_URL"] || null;
    const embedders = [lexicalEmbedder, ...(key ? [openaiEmbedder({ apiKey: key, baseUrl })] : [])];
    const figures: Record<string, unknown> = {
      questions: questions.length + secondQuestions.length,
      fresh: freshQuestions.length,
    };
    for (const embedder of embedders) figures[embedder.id] = await measure(embedder);
    return figures;
  },
};

async function measure(embedder: Embedder): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), "nexusgen-docs-"));
  try {
    const { index, bytes, readMs, indexMs } = await fillIndex(folder, embedder);
    const durations: number[] = [];
    const ask = async (question: LabelledQuestion) => {
      const sources = index.sourcesOf(question.stack);
      const startedAt = performance.now();
      const found = await index.search({ question: question.ask, sources }, embedder, new AbortController().signal);
      durations.push(performance.now() - startedAt);
      return found;
    };
    const tuned = await score([...questions, ...secondQuestions], index, ask);
    const fresh = await score(freshQuestions, index, ask);
    return {
      recallAt10: tuned.recall,
      firstIsRight: tuned.first,
      freshRecallAt10: fresh.recall,
      freshFirstIsRight: fresh.first,
      ...index.size,
      megabytes: Number((bytes / 1_048_576).toFixed(1)),
      readMs: Math.round(readMs),
      indexMs: Math.round(indexMs),
      searchMs: distribution(durations),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Shares = Record<(typeof ways)[number], number>;

async function score(
  asked: readonly LabelledQuestion[],
  index: DocsIndex,
  ask: (question: LabelledQuestion) => Promise<Found>,
): Promise<{ recall: Shares; first: Shares }> {
  const hits = { vector: 0, text: 0, hybrid: 0, reranked: 0 };
  const first = { ...hits };
  for (const question of asked) {
    const found = await ask(question);
    const chunks = index.read([...new Set([...found.vector, ...found.text, ...found.hybrid])]);
    for (const chunk of found.reranked) chunks.set(chunk.id, chunk);
    for (const way of ways) {
      const ids = way === "reranked" ? found.reranked.map(({ id }) => id) : found[way];
      const place = ids.slice(0, kept).findIndex((id) => answers(question, chunks.get(id)));
      if (place >= 0) hits[way] += 1;
      if (place === 0) first[way] += 1;
      if (place < 0 && way === "reranked") console.error(`not found: ${question.ask}`);
    }
  }
  const shares = (counts: typeof hits): Shares => ({
    vector: share(counts.vector, asked.length),
    text: share(counts.text, asked.length),
    hybrid: share(counts.hybrid, asked.length),
    reranked: share(counts.reranked, asked.length),
  });
  return { recall: shares(hits), first: shares(first) };
}

const share = (count: number, of: number): number => Number((count / of).toFixed(3));

function answers({ answer }: LabelledQuestion, chunk: { library: string; heading: string } | undefined): boolean {
  if (!chunk) return false;
  return answer.some(({ library, heading }) => chunk.library === library && heading.test(chunk.heading));
}
