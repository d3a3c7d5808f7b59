import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { overloaded, outOfCredit, rateLimited, replies, serverError, text } from "../replies.ts";
import type { Reply } from "../script.ts";
import type { StandIn } from "../serve.ts";
import { type OpenaiOptions, startOpenai } from "./start-openai.ts";

const user = { role: "user" as const, content: "Hello" };
const call = { id: "call_1", type: "function", function: { name: "look", arguments: "{}" } };
const look = { type: "function", function: { name: "look" } };
const base = { model: "gpt-6.1-sol", messages: [user] };

describe("a request that the API does not take", () => {
  let server: StandIn;
  beforeAll(async () => {
    server = await startOpenai(() => text("Hi"), { contextTokens: 1_000 });
  });
  afterAll(() => server.close());

  const post = async (body: unknown) => {
    const response = await fetch(`${server.url}/chat/completions`, {
      method: "POST",
      headers: { authorization: "Bearer key", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };

  test.each([
    { ...base, max_completion_tokens: 10, temperature: 1, seed: 3 },
    { ...base, model: "gpt-4o", max_tokens: 10, temperature: 0.2 },
    { ...base, model: "gpt-6-luna", tools: [look], reasoning_effort: "none" },
    {
      ...base,
      model: "gpt-5",
      tools: [look],
      messages: [
        user,
        { role: "assistant", content: null, tool_calls: [call] },
        { role: "tool", tool_call_id: "call_1", content: "ok" },
      ],
    },
  ])("is told from one that it takes: %j", async (body) => {
    expect(await post(body)).toMatchObject({ status: 200 });
  });

  test.each([
    ["you must provide a model parameter", null, null, { messages: [user] }],
    ["Missing required parameter: 'messages'.", "messages", "missing_required_parameter", { model: base.model }],
    [
      "Invalid value: 'bot'. Supported values are: 'system', 'assistant',",
      "messages[0].role",
      "invalid_value",
      { ...base, messages: [{ ...user, role: "bot" }] },
    ],
    ["Unknown parameter: 'top_k'.", "top_k", "unknown_parameter", { ...base, top_k: 3 }],
    [
      "'max_tokens' is not supported with this model",
      "max_tokens",
      "unsupported_parameter",
      { ...base, max_tokens: 10 },
    ],
    ["'temperature' does not support 0.2", "temperature", "unsupported_value", { ...base, temperature: 0.2 }],
    [
      "only allowed when 'stream' is enabled",
      "stream_options",
      null,
      { ...base, stream_options: { include_usage: true } },
    ],
    ["must contain the word 'json'", "messages", null, { ...base, response_format: { type: "json_object" } }],
    ["Function tools with reasoning_effort", "reasoning_effort", null, { ...base, tools: [look] }],
    [
      "Function tools with reasoning_effort",
      "reasoning_effort",
      null,
      { ...base, model: "gpt-5.4", tools: [look], reasoning_effort: "low" },
    ],
    [
      "'reasoning_effort' does not support 'none'",
      "reasoning_effort",
      "unsupported_value",
      { ...base, tools: [look], reasoning_effort: "none" },
    ],
    ["empty array", "tools", "empty_array", { ...base, tools: [] }],
    [
      "must be a response to a preceeding message with 'tool_calls'",
      "messages.[1].role",
      null,
      { ...base, messages: [user, { role: "tool", tool_call_id: "call_1", content: "ok" }] },
    ],
    [
      "did not have response messages: call_1",
      "messages",
      null,
      { ...base, messages: [user, { role: "assistant", content: null, tool_calls: [call] }, user] },
    ],
    [
      "maximum context length is 1000 tokens",
      "messages",
      "context_length_exceeded",
      { ...base, messages: [{ role: "user", content: "x".repeat(5_000) }] },
    ],
  ])("is refused: %s", async (message, param, code, body) => {
    expect(await post(body)).toEqual({
      status: 400,
      body: { error: { message: expect.stringContaining(message), type: "invalid_request_error", param, code } },
    });
  });
});

describe("the errors of the SDK", () => {
  const fail = async (reply: Reply, options: OpenaiOptions = {}) => {
    const server = await startOpenai(replies([reply]), options);
    const client = new OpenAI({ apiKey: "key", baseURL: server.url, maxRetries: 0, logLevel: "off" });
    try {
      await client.chat.completions.create(base);
      return null;
    } catch (error) {
      return error instanceof OpenAI.APIError ? error : null;
    } finally {
      await server.close();
    }
  };

  test.each([
    ["InternalServerError", 503, null, overloaded()],
    ["RateLimitError", 429, "rate_limit_exceeded", rateLimited()],
    ["RateLimitError", 429, "insufficient_quota", outOfCredit()],
    ["InternalServerError", 500, null, serverError()],
  ] as const)("%s %i %s", async (name, status, code, reply) => {
    const error = await fail(reply);
    expect(error?.constructor.name).toBe(name);
    expect(error).toMatchObject({ status, code, requestID: "req_standin000001" });
  });

  test("a rate limit says when to come back", async () => {
    const error = await fail(rateLimited({ retryAfterSeconds: 1.5 }));
    expect(error?.headers?.get("retry-after-ms")).toBe("1500");
    expect(error?.headers?.get("retry-after")).toBe("2");
    expect(error?.headers?.get("x-ratelimit-limit-requests")).toBe("10000");
  });

  test("a wrong key", async () => {
    const error = await fail(text("Hi"), { apiKey: "another" });
    expect(error).toBeInstanceOf(OpenAI.AuthenticationError);
    expect(error?.code).toBe("invalid_api_key");
  });

  test("a model that there is not", async () => {
    const error = await fail(text("Hi"), { models: ["gpt-6.1-terra"] });
    expect(error).toBeInstanceOf(OpenAI.NotFoundError);
    expect(error?.code).toBe("model_not_found");
  });

  test("a script that fails says why", async () => {
    const server = await startOpenai(replies([]));
    const client = new OpenAI({ apiKey: "key", baseURL: server.url, logLevel: "off" });
    await expect(client.chat.completions.create(base)).rejects.toThrow("0 replies, and this is call 1");
    // Not retried, though the status is 500.
    expect(server.requests).toHaveLength(1);
    await server.close();
  });
});
