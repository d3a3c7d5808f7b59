import OpenAI from "openai";
import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import { afterEach, expect, test } from "vitest";
import { eventually } from "../../eventually.ts";
import { collect } from "../collect.ts";
import { brokenEvent, drop, malformed, replies, serverError, slow, stall, text } from "../replies.ts";
import type { Reply } from "../script.ts";
import type { StandIn } from "../serve.ts";
import { startOpenai } from "./start-openai.ts";

const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const hello = { model: "gpt-6.1-sol", messages: [{ role: "user" as const, content: "Hello" }] };

async function start(reply: Reply) {
  const server = await startOpenai(replies([reply]));
  open.push(server);
  return { server, client: new OpenAI({ apiKey: "key", baseURL: server.url, maxRetries: 0, logLevel: "off" }) };
}

/** The chunks that arrived, and what ended them. */
async function read(stream: AsyncIterable<ChatCompletionChunk>, chunks: ChatCompletionChunk[] = []) {
  try {
    await collect(stream, chunks);
    return { chunks, error: null };
  } catch (error) {
    return { chunks, error };
  }
}

test("a dropped connection fails after the chunks that were sent", async () => {
  const { client, server } = await start(drop({ afterEvents: 3 }));
  const { chunks, error } = await read(await client.chat.completions.create({ ...hello, stream: true }));
  expect(chunks).toHaveLength(3);
  expect(error).toBeInstanceOf(Error);
  expect(await server.requests[0]?.outcome).toBe("cut");
});

test("a cancelled call really ends its HTTP request", async () => {
  const { client, server } = await start(stall({ afterEvents: 3 }));
  const abort = new AbortController();
  const stream = await client.chat.completions.create({ ...hello, stream: true }, { signal: abort.signal });
  const chunks: ChatCompletionChunk[] = [];
  const reading = read(stream, chunks);
  await eventually(() => expect(chunks).toHaveLength(3));
  expect(server.requests[0]?.aborted).toBe(false);
  abort.abort();
  await reading;
  expect(await server.requests[0]?.outcome).toBe("aborted");
  expect(server.requests[0]).toMatchObject({ aborted: true, events: 3 });
});

test("a slow stream that is left in the middle is not sent to its end", async () => {
  const { client, server } = await start(slow({ everyMs: 20, reply: text("word ".repeat(10_000)) }));
  const stream = await client.chat.completions.create({ ...hello, stream: true });
  for await (const chunk of stream) {
    if (chunk.choices[0]?.delta.content) break;
  }
  expect(await server.requests[0]?.outcome).toBe("aborted");
});

test("an error in a stream that began well is the API's error", async () => {
  const { client } = await start(brokenEvent({ afterEvents: 2, cause: serverError() }));
  const { chunks, error } = await read(await client.chat.completions.create({ ...hello, stream: true }));
  expect(chunks).toHaveLength(2);
  expect(error).toBeInstanceOf(OpenAI.APIError);
  expect(error).toMatchObject({ status: undefined, type: "server_error" });
});

test.each([true, false])("bytes that are not JSON fail the call (streaming: %s)", async (stream) => {
  const { client } = await start(malformed());
  const call = async () => {
    const answer = await client.chat.completions.create({ ...hello, stream });
    if (Symbol.asyncIterator in answer) await collect(answer);
  };
  await expect(call()).rejects.toBeInstanceOf(SyntaxError);
});
