import { afterEach, expect, test } from "vitest";
import { type OpenaiOptions, startOpenai } from "../../../../tests/stand-ins/openai/start-openai.ts";
import { rateLimited, replies, serverError } from "../../../../tests/stand-ins/replies.ts";
import type { StandIn } from "../../../../tests/stand-ins/serve.ts";
import { similarity } from "../../embeddings.ts";
import { openaiEmbedder } from "./openai-embedder.ts";

const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(options?: OpenaiOptions) {
  const server = await startOpenai(replies([]), options);
  open.push(server);
  return { server, embedder: openaiEmbedder({ apiKey: "key", baseUrl: server.url }) };
}

const { signal } = new AbortController();
const inputs = (server: StandIn) => server.requests.map(({ body }) => (body as { input: string[] }).input.length);

test("each text gets its vector of length 1, near those that share its words", async () => {
  const { embedder } = await start();
  const embedded = await embedder.embed(["book a table", "a table to book tonight", "send invoices"], signal);
  if (!embedded.ok) throw new Error(embedded.error.message);
  expect(embedded.tokens).toBeGreaterThan(0);
  const [booking, table, invoice] = embedded.vectors;
  if (!booking || !table || !invoice) throw new Error("A vector is missing.");
  for (const vector of embedded.vectors) {
    expect(vector).toHaveLength(embedder.dimensions);
    expect(similarity(vector, vector)).toBeCloseTo(1, 5);
  }
  expect(similarity(booking, table)).toBeGreaterThan(similarity(booking, invoice) + 0.3);
});

test("many texts go in requests of the size that the API takes, and come back in their order", async () => {
  const { embedder, server } = await start();
  const texts = Array.from({ length: 2_100 }, (_, at) => `word${at}`);
  const embedded = await embedder.embed(texts, signal);
  const single = await embedder.embed(["word2099"], signal);
  if (!embedded.ok || !single.ok) throw new Error("It failed.");
  expect(inputs(server)).toEqual([2_048, 52, 1]);
  expect(embedded.vectors.at(-1)).toEqual(single.vectors[0]);
});

test("long texts go in requests of fewer", async () => {
  const { embedder, server } = await start();
  const long = "word ".repeat(50_000);
  expect(await embedder.embed([long, long, long], signal)).toMatchObject({ ok: true });
  expect(inputs(server)).toEqual([2, 1]);
});

test("a text without content is not asked about and has no direction", async () => {
  const { embedder, server } = await start();
  const embedded = await embedder.embed(["  ", "book", ""], signal);
  if (!embedded.ok) throw new Error(embedded.error.message);
  expect(inputs(server)).toEqual([1]);
  expect(embedded.vectors.map((vector) => Math.round(Math.hypot(...vector)))).toEqual([0, 1, 0]);
  expect(await embedder.embed([""], signal)).toMatchObject({ ok: true });
  expect(server.requests).toHaveLength(1);
});

test("a failure is a value that says when to come back, and what was spent until then", async () => {
  const { embedder } = await start({
    failEmbeddings: (at) => (at === 1 ? rateLimited({ retryAfterSeconds: 3 }) : null),
  });
  const failed = await embedder.embed(
    Array.from({ length: 2_100 }, () => "word"),
    signal,
  );
  expect(failed).toEqual({
    ok: false,
    error: { kind: "rate-limited", message: expect.any(String), retryAfterMs: 3_000 },
    tokens: 2_048,
  });
});

test.each([
  ["server", { failEmbeddings: () => serverError() }],
  ["authentication", { apiKey: "another" }],
  ["unknown-model", { models: ["gpt-6.1-sol"] }],
] as const)("%s", async (kind, options) => {
  const { embedder } = await start(options);
  expect(await embedder.embed(["book"], signal)).toMatchObject({ ok: false, error: { kind } });
});

test("a call that is stopped asks nothing more", async () => {
  const { embedder, server } = await start();
  const failed = await embedder.embed(["book"], AbortSignal.abort());
  expect(failed).toMatchObject({ ok: false, error: { kind: "cancelled" } });
  expect(server.requests).toHaveLength(0);
});
