import Anthropic from "@anthropic-ai/sdk";
import type { MessageParam, TextBlockParam } from "@anthropic-ai/sdk/resources/messages/messages";
import { afterAll, beforeAll, expect, test } from "vitest";
import { text } from "../replies.ts";
import type { StandIn } from "../serve.ts";
import { startAnthropic } from "./start-anthropic.ts";

let server: StandIn;
let client: Anthropic;
beforeAll(async () => {
  server = await startAnthropic(() => text("Hi"));
  client = new Anthropic({ apiKey: "key", baseURL: server.url, maxRetries: 0, logLevel: "off" });
});
afterAll(() => server.close());

const mark = { type: "ephemeral" as const };
const part = (content: string, marked = false): TextBlockParam => ({
  type: "text",
  text: content,
  ...(marked ? { cache_control: mark } : {}),
});

async function ask(system: TextBlockParam[], messages: MessageParam[], model = "claude-opus-5-5") {
  const { usage } = await client.messages.create({ model, max_tokens: 10, system, messages });
  const { cache_creation_input_tokens: written = 0, cache_read_input_tokens: read = 0, input_tokens: plain } = usage;
  return { written: written ?? 0, read: read ?? 0, plain };
}

const turn = (...content: TextBlockParam[]): MessageParam => ({ role: "user", content });

test("a marked prefix is written once and read afterwards, and only what differs is paid in full", async () => {
  const system = [part("a".repeat(4_000), true)];
  const first = await ask(system, [turn(part("one"))]);
  const second = await ask(system, [turn(part("another"))]);
  expect(first).toMatchObject({ read: 0, written: expect.any(Number) });
  expect(first.written).toBeGreaterThan(1_000);
  expect(second).toEqual({ written: 0, read: first.written, plain: first.plain + 1 });
});

test("a growing conversation reads what was marked the turn before and writes the rest", async () => {
  const system = [part("b".repeat(4_000))];
  const one = turn(part("c".repeat(2_000), true));
  const first = await ask(system, [one]);
  const unmarked = turn(part("c".repeat(2_000)));
  const grown = [unmarked, { role: "assistant" as const, content: "Hi" }, turn(part("d".repeat(2_000), true))];
  const second = await ask(system, grown);
  expect(second.read).toBe(first.written);
  expect(second.written).toBeGreaterThan(500);
  expect(second.plain).toBe(0);
});

test("a change near the beginning loses all that follows it", async () => {
  const messages = [turn(part("e".repeat(4_000), true))];
  await ask([part("The time is 10:00.")], messages);
  expect(await ask([part("The time is 10:01.")], messages)).toMatchObject({ read: 0 });
});

test("a prefix that is too short to be cached is neither written nor read", async () => {
  const system = [part("short", true)];
  await ask(system, [turn(part("one"))]);
  expect(await ask(system, [turn(part("one"))])).toMatchObject({ written: 0, read: 0 });
});

test("another model reads nothing, and nothing is kept without a mark", async () => {
  const marked = [part("f".repeat(4_000), true)];
  await ask(marked, [turn(part("one"))]);
  expect(await ask(marked, [turn(part("one"))], "claude-sonnet-5-5")).toMatchObject({ read: 0 });
  const plain = [part("g".repeat(4_000))];
  await ask(plain, [turn(part("one"))]);
  expect(await ask(plain, [turn(part("one"))])).toMatchObject({ read: 0, written: 0 });
});

test("the mark of the whole request goes to its last block, with its lifetime", async () => {
  const request = {
    model: "claude-opus-5-5",
    max_tokens: 10,
    messages: [turn(part("h".repeat(4_000)))],
    cache_control: { type: "ephemeral" as const, ttl: "1h" as const },
  };
  const { usage } = await client.messages.create(request);
  expect(usage.cache_creation).toEqual({
    ephemeral_1h_input_tokens: usage.cache_creation_input_tokens,
    ephemeral_5m_input_tokens: 0,
  });
  expect(usage.cache_creation_input_tokens).toBeGreaterThan(1_000);
  const again = await client.messages.stream(request).finalMessage();
  expect(again.usage.cache_read_input_tokens).toBe(usage.cache_creation_input_tokens);
});
