import OpenAI from "openai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rateLimited, replies } from "../replies.ts";
import type { StandIn } from "../serve.ts";
import { startOpenai } from "./start-openai.ts";

let server: StandIn;
let client: OpenAI;
beforeAll(async () => {
  server = await startOpenai(replies([]), {
    failEmbeddings: (index) => (index === 0 ? rateLimited({ retryAfterSeconds: 0 }) : null),
  });
  client = new OpenAI({ apiKey: "key", baseURL: server.url, maxRetries: 0, logLevel: "off" });
});
afterAll(() => server.close());

const model = "text-embedding-3-small";
const embed = async (input: string | string[], dimensions = 256) =>
  (await client.embeddings.create({ model, input, dimensions })).data.map(({ embedding }) => embedding);
const dot = (a: readonly number[] = [], b: readonly number[] = []) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

test("embeddings fail as the test wants, and an SDK that may retry comes back", async () => {
  const patient = new OpenAI({ apiKey: "key", baseURL: server.url, maxRetries: 1, logLevel: "off" });
  const { data } = await patient.embeddings.create({ model, input: "Hello" });
  expect(data[0]?.embedding).toHaveLength(1_536);
  expect(server.requests.map(({ status }) => status)).toEqual([429, 200]);
});

test("embeddings have the dimensions asked for, length 1, and are the same each time", async () => {
  const [first] = await embed("A booking of a table");
  const [again] = await embed(["A booking of a table", "Something else"]);
  expect(first).toHaveLength(256);
  expect(dot(first, first)).toBeCloseTo(1, 5);
  expect([...(again ?? [])]).toEqual([...(first ?? [])]);
});

test("texts that share words are nearer to each other than texts that share none", async () => {
  const [booking, table, invoice] = await embed(
    ["book a table", "a table to book tonight", "send invoices monthly"],
    1_024,
  );
  expect(dot(booking, table)).toBeGreaterThan(dot(booking, invoice) + 0.3);
});

test("base64, which the SDK asks for by itself, holds the same numbers as floats", async () => {
  const request = { model, input: "Hello there", dimensions: 16 };
  const decoded = (await client.embeddings.create(request)).data[0]?.embedding ?? [];
  const plain = (await client.embeddings.create({ ...request, encoding_format: "float" })).data[0]?.embedding ?? [];
  expect(server.requests.at(-2)?.body).toMatchObject({ encoding_format: "base64" });
  expect([...decoded].map((value) => value.toFixed(5))).toEqual(plain.map((value) => value.toFixed(5)));
});

test("tokens count as one text, and usage is counted", async () => {
  const one = await client.embeddings.create({ model, input: [1, 2, 3] });
  expect(one.data).toHaveLength(1);
  expect(one.usage).toEqual({ prompt_tokens: 3, total_tokens: 3 });
  const two = await client.embeddings.create({ model, input: [[1, 2], [3]] });
  expect(two.data.map(({ index }) => index)).toEqual([0, 1]);
});

test.each([
  [{ model, input: "" }, "cannot be an empty string"],
  [{ model, input: ["a", ""] }, "cannot be an empty string"],
  [{ model, input: "a", dimensions: 5_000 }, "less than or equal to 1536"],
])("%j is refused", async (request, message) => {
  await expect(client.embeddings.create(request)).rejects.toThrow(message);
});
