import Anthropic from "@anthropic-ai/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { overloaded, outOfCredit, rateLimited, replies, serverError, text } from "../replies.ts";
import type { Reply } from "../script.ts";
import type { StandIn } from "../serve.ts";
import { startAnthropic } from "./start-anthropic.ts";

const user = { role: "user", content: "Hello" };
const call = { type: "tool_use", id: "toolu_1", name: "look", input: {} };
const result = { type: "tool_result", tool_use_id: "toolu_1", content: "ok" };
const look = { name: "look", input_schema: { type: "object" } };
const base = { model: "claude-opus-5-5", max_tokens: 100, messages: [user] };

describe("a request that the API does not take", () => {
  let server: StandIn;
  beforeAll(async () => {
    server = await startAnthropic(() => text("Hi"), { apiKey: "key", contextTokens: 1_000 });
  });
  afterAll(() => server.close());

  const post = async (body: unknown, version = "2023-06-01") => {
    const response = await fetch(`${server.url}/v1/messages`, {
      method: "POST",
      headers: { "x-api-key": "key", "anthropic-version": version, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };

  test.each([
    { ...base, thinking: { type: "adaptive" }, temperature: 1 },
    { ...base, model: "claude-opus-5", thinking: { type: "disabled" } },
    { ...base, model: "claude-opus-5", tools: [look], tool_choice: { type: "any" } },
    { ...base, model: "claude-haiku-4-5", temperature: 0.2, messages: [user, { role: "assistant", content: "So" }] },
    {
      ...base,
      tools: [look],
      messages: [user, { role: "assistant", content: [call] }, { role: "user", content: [result] }],
    },
  ])("is told from one that it takes: %j", async (body) => {
    expect(await post(body)).toMatchObject({ status: 200 });
  });

  test.each([
    ["max_tokens: Field required", { model: base.model, messages: base.messages }],
    ["model: Field required", { max_tokens: 1, messages: base.messages }],
    ["messages: Field required", { model: base.model, max_tokens: 1 }],
    [
      "messages.0.role: Input should be 'user', 'assistant' or 'system'",
      { ...base, messages: [{ ...user, role: "tool" }] },
    ],
    ["messages.0.content: Field required", { ...base, messages: [{ role: "user" }] }],
    ["seed: Extra inputs are not permitted", { ...base, seed: 1 }],
    ["max_tokens: Input should be a valid int", { ...base, max_tokens: 1.5 }],
    ["max_tokens: 200000 > 128000", { ...base, max_tokens: 200_000 }],
    [
      "does not match any of the expected tags",
      { ...base, messages: [{ role: "user", content: [{ type: "video" }] }] },
    ],
    ["first message must use", { ...base, messages: [{ role: "assistant", content: "Hi" }, user] }],
    ["text content blocks must be non-empty", { ...base, messages: [{ role: "user", content: "" }] }],
    [
      "messages.0.content.0: unexpected `tool_use_id` found in `tool_result` blocks: toolu_1",
      { ...base, messages: [{ role: "user", content: [result] }] },
    ],
    [
      "messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_1",
      { ...base, messages: [user, { role: "assistant", content: [call] }, user] },
    ],
    [
      "`tool_result` blocks are not permitted",
      { ...base, messages: [user, { role: "assistant", content: [result] }, user] },
    ],
    [
      "does not support assistant message prefill",
      { ...base, messages: [user, { role: "assistant", content: "The answer is" }] },
    ],
    ["`temperature` is deprecated for this model.", { ...base, temperature: 0.2 }],
    ["`top_k` is deprecated for this model.", { ...base, model: "claude-sonnet-5-5", top_k: 5 }],
    ['"thinking.type.disabled" is not supported', { ...base, thinking: { type: "disabled" } }],
    ['"thinking.type.enabled" is not supported', { ...base, thinking: { type: "enabled", budget_tokens: 2_000 } }],
    ['type "tool" and "any" are not supported', { ...base, tools: [look], tool_choice: { type: "any" } }],
    [
      'type "tool" and "any" are not supported',
      { ...base, tools: [look], tool_choice: { type: "tool", name: "look" } },
    ],
    ["adaptive thinking is not supported", { ...base, model: "claude-haiku-4-5", thinking: { type: "adaptive" } }],
    ["does not support the effort", { ...base, model: "claude-haiku-4-5", output_config: { effort: "low" } }],
    ["Tool names must be unique", { ...base, tools: [look, look] }],
    ["tools.0.name", { ...base, tools: [{ ...look, name: "look up" }] }],
    [
      "A maximum of 4 blocks with cache_control may be provided. Found 5.",
      {
        ...base,
        system: Array.from({ length: 5 }, () => ({ type: "text", text: "x", cache_control: { type: "ephemeral" } })),
      },
    ],
    ["prompt is too long: ", { ...base, system: "x".repeat(5_000) }],
  ])("is refused: %s", async (message, body) => {
    expect(await post(body)).toEqual({
      status: 400,
      body: {
        type: "error",
        error: { type: "invalid_request_error", message: expect.stringContaining(message) },
        request_id: expect.stringMatching(/^req_/),
      },
    });
  });
});

test("the later version of the API takes no sampling parameters, whatever the model", async () => {
  const server = await startAnthropic(() => text("Hi"));
  const client = new Anthropic({ apiKey: "key", baseURL: server.url, maxRetries: 0, logLevel: "off" });
  // The SDK's types do not name it any more.
  const sampling = { temperature: 1 };
  const request: Anthropic.MessageCreateParamsNonStreaming = {
    ...sampling,
    model: "claude-haiku-4-5",
    max_tokens: 100,
    messages: [{ role: "user", content: "Hello" }],
  };
  await expect(client.messages.create(request)).rejects.toThrow("temperature: Extra inputs are not permitted");
  await server.close();
});

describe("the errors of the SDK", () => {
  const fail = async (reply: Reply, options: Parameters<typeof startAnthropic>[1] = {}, body: unknown = base) => {
    const server = await startAnthropic(replies([reply]), options);
    const client = new Anthropic({ apiKey: "key", baseURL: server.url, maxRetries: 0, logLevel: "off" });
    try {
      await client.messages.create(body as Anthropic.MessageCreateParamsNonStreaming);
      return null;
    } catch (error) {
      return error instanceof Error ? error : null;
    } finally {
      await server.close();
    }
  };

  test.each([
    ["OverloadedError", 529, "overloaded_error", overloaded()],
    ["RateLimitError", 429, "rate_limit_error", rateLimited({ retryAfterSeconds: 7 })],
    ["InternalServerError", 500, "api_error", serverError()],
    ["PaymentRequiredError", 402, "billing_error", outOfCredit()],
  ] as const)("%s", async (name, status, type, reply) => {
    const error = await fail(reply);
    expect(error).toBeInstanceOf(Anthropic.APIError);
    expect(error?.constructor.name).toBe(name);
    expect(error).toMatchObject({ status, type });
  });

  test("a rate limit says when to come back", async () => {
    const error = await fail(rateLimited({ retryAfterSeconds: 7 }));
    const headers = error instanceof Anthropic.RateLimitError ? error.headers : undefined;
    expect(headers?.get("retry-after")).toBe("7");
    expect(headers?.get("anthropic-ratelimit-requests-limit")).toBe("4000");
    expect(Date.parse(headers?.get("anthropic-ratelimit-requests-reset") ?? "")).not.toBeNaN();
  });

  test("a wrong key", async () => {
    const error = await fail(text("Hi"), { apiKey: "another" });
    expect(error).toBeInstanceOf(Anthropic.AuthenticationError);
    expect(error).toMatchObject({ message: expect.stringContaining("Invalid bearer token") });
  });

  test("a model that there is not", async () => {
    const error = await fail(text("Hi"), { models: ["claude-haiku-5-5"] });
    expect(error).toBeInstanceOf(Anthropic.NotFoundError);
  });

  test("a body that is too large", async () => {
    const error = await fail(text("Hi"), { maxBodyBytes: 1_000 }, { ...base, system: "x".repeat(2_000) });
    expect(error).toBeInstanceOf(Anthropic.ContentTooLargeError);
  });

  test("an overloaded API is asked again by an SDK that may retry", async () => {
    const server = await startAnthropic(replies([overloaded(), text("Here again.")]));
    const client = new Anthropic({ apiKey: "key", baseURL: server.url, maxRetries: 1, logLevel: "off" });
    const message = await client.messages.create(base as Anthropic.MessageCreateParamsNonStreaming);
    expect(message.content).toMatchObject([{ text: "Here again." }]);
    expect(server.requests.map(({ status }) => status)).toEqual([529, 200]);
    await server.close();
  });
});
