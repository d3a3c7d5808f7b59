import Anthropic from "@anthropic-ai/sdk";
import type { RawMessageStreamEvent } from "@anthropic-ai/sdk/resources/messages/messages";
import { afterEach, expect, test } from "vitest";
import { eventually } from "../../eventually.ts";
import { collect } from "../collect.ts";
import { brokenEvent, drop, malformed, replies, slow, stall, text } from "../replies.ts";
import type { Reply } from "../script.ts";
import type { StandIn } from "../serve.ts";
import { startAnthropic } from "./start-anthropic.ts";

const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const hello = {
  model: "claude-opus-5-5",
  max_tokens: 1_000,
  messages: [{ role: "user" as const, content: "Hello" }],
};

async function start(reply: Reply) {
  const server = await startAnthropic(replies([reply]));
  open.push(server);
  return { server, client: new Anthropic({ apiKey: "key", baseURL: server.url, maxRetries: 0, logLevel: "off" }) };
}

/** The events that arrived, and what ended them. */
async function read(stream: AsyncIterable<RawMessageStreamEvent>, events: RawMessageStreamEvent[] = []) {
  try {
    await collect(stream, events);
    return { events, error: null };
  } catch (error) {
    return { events, error };
  }
}

test("a dropped connection fails after the events that were sent", async () => {
  const { client, server } = await start(drop({ afterEvents: 6 }));
  const { events, error } = await read(await client.messages.create({ ...hello, stream: true }));
  // The ping is the sixth; the SDK keeps it to itself.
  expect(events).toHaveLength(5);
  expect(error).toBeInstanceOf(Error);
  expect(await server.requests[0]?.outcome).toBe("cut");
  expect(server.requests[0]).toMatchObject({ status: 200, events: 6, aborted: false });
});

test("a short answer is dropped before its end all the same", async () => {
  const { client } = await start(drop({ afterEvents: 1_000, reply: text("Hi") }));
  const { events, error } = await read(await client.messages.create({ ...hello, stream: true }));
  expect(error).toBeInstanceOf(Error);
  expect(events.at(-1)?.type).toBe("message_delta");
});

test("a connection dropped at once never answers", async () => {
  const { client, server } = await start(drop({ afterEvents: 0 }));
  await expect(client.messages.create({ ...hello, stream: true })).rejects.toBeInstanceOf(Anthropic.APIConnectionError);
  expect(server.requests[0]).toMatchObject({ status: null, events: 0 });
});

test("a stalled stream stays open until the client leaves, and the record shows that it left", async () => {
  const { client, server } = await start(stall({ afterEvents: 4 }));
  const abort = new AbortController();
  const stream = await client.messages.create({ ...hello, stream: true }, { signal: abort.signal });
  const events: RawMessageStreamEvent[] = [];
  const reading = read(stream, events);
  const request = server.requests[0];
  await eventually(() => expect(events).toHaveLength(3));
  expect(request?.aborted).toBe(false);
  abort.abort();
  await reading;
  expect(request?.events).toBe(4);
  expect(await request?.outcome).toBe("aborted");
  expect(request?.aborted).toBe(true);
});

test("a stall before the first byte runs into the client's time limit", async () => {
  const { client, server } = await start(stall({ afterEvents: 0 }));
  const call = client.messages.create({ ...hello, stream: true }, { timeout: 50 });
  await expect(call).rejects.toBeInstanceOf(Anthropic.APIConnectionTimeoutError);
  expect(await server.requests[0]?.outcome).toBe("aborted");
});

test("a slow stream that is left in the middle is not sent to its end", async () => {
  const { client, server } = await start(slow({ everyMs: 20, reply: text("word ".repeat(10_000)) }));
  const stream = await client.messages.create({ ...hello, max_tokens: 100_000, stream: true });
  for await (const event of stream) {
    if (event.type === "content_block_delta") break;
  }
  expect(await server.requests[0]?.outcome).toBe("aborted");
});

test("a request that is cancelled without streaming counts as aborted too", async () => {
  const { client, server } = await start(stall());
  const abort = new AbortController();
  const call = client.messages.create(hello, { signal: abort.signal });
  await eventually(() => expect(server.requests).toHaveLength(1));
  abort.abort();
  await expect(call).rejects.toBeInstanceOf(Anthropic.APIUserAbortError);
  expect(await server.requests[0]?.outcome).toBe("aborted");
});

test("an error event in a stream that began well is the API's error", async () => {
  const { client } = await start(brokenEvent({ afterEvents: 5 }));
  const { events, error } = await read(await client.messages.create({ ...hello, stream: true }));
  expect(events).toHaveLength(4);
  expect(error).toBeInstanceOf(Anthropic.APIError);
  expect(error).toMatchObject({ status: undefined, type: "overloaded_error" });
});

test("an event that is not JSON fails the stream", async () => {
  const { client } = await start(malformed({ afterEvents: 4 }));
  const { events, error } = await read(await client.messages.create({ ...hello, stream: true }));
  expect(events).toHaveLength(3);
  expect(error).toBeInstanceOf(SyntaxError);
});

test("closing the server ends a stalled request, and is no abort of the client", async () => {
  const { client, server } = await start(stall());
  const reading = read(await client.messages.create({ ...hello, stream: true }));
  await server.close();
  expect((await reading).error).toBeInstanceOf(Error);
  expect(await server.requests[0]?.outcome).toBe("cut");
});
