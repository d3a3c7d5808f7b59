import Anthropic, { APIError, BadRequestError } from "@anthropic-ai/sdk";
import type { MessageParam, Tool } from "@anthropic-ai/sdk/resources/messages/messages";
import { afterEach, describe, expect, test } from "vitest";
import { answer, json, refusal, replies, text, thinking, toolCalls } from "../replies.ts";
import { collect } from "../collect.ts";
import type { Script } from "../script.ts";
import type { StandIn } from "../serve.ts";
import type { MessageRequest } from "./message-request.ts";
import { type AnthropicOptions, startAnthropic } from "./start-anthropic.ts";

const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(script: Script<MessageRequest>, options?: AnthropicOptions) {
  const server = await startAnthropic(script, options);
  open.push(server);
  return { server, client: new Anthropic({ apiKey: "key", baseURL: server.url, maxRetries: 0, logLevel: "off" }) };
}

const model = "claude-opus-5-5";
const hello = { model, max_tokens: 1_000, messages: [{ role: "user" as const, content: "Hello" }] };
const readFile: Tool = {
  name: "read_file",
  input_schema: { type: "object", properties: { path: { type: "string" } } },
};

describe("the Messages API", () => {
  test("streams text that the SDK puts together again", async () => {
    const content = "Grüße, 世界 🌍: a text of several pieces.";
    const { client } = await start(replies([text(content)]));
    const stream = client.messages.stream(hello);
    const types = (await collect(stream)).map(({ type }) => type);
    const message = await stream.finalMessage();
    expect(message).toMatchObject({
      model,
      stop_reason: "end_turn",
      content: [{ type: "text", text: content }],
      usage: {
        input_tokens: expect.any(Number),
        output_tokens: Math.ceil(Buffer.byteLength(content) / 4),
        cache_read_input_tokens: 0,
      },
    });
    expect(types.slice(0, 2)).toEqual(["message_start", "content_block_start"]);
    expect(types.filter((type) => type === "content_block_delta").length).toBeGreaterThan(3);
    expect(types.slice(-3)).toEqual(["content_block_stop", "message_delta", "message_stop"]);
  });

  test("sends a ping inside the stream, named as an event", async () => {
    const { server } = await start(replies([text("Hi")]));
    const response = await fetch(`${server.url}/v1/messages`, {
      method: "POST",
      headers: { "x-api-key": "key", "anthropic-version": "2023-06-01" },
      body: JSON.stringify({ ...hello, stream: true }),
    });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    expect(await response.text()).toContain('event: ping\ndata: {"type":"ping"}\n\n');
  });

  test("gives the same message in one piece without streaming", async () => {
    const script: Script = () => answer(thinking("Hm."), text("Ready."), toolCalls([{ name: "list" }]));
    const { client } = await start(script);
    const request = { ...hello, thinking: { type: "adaptive" as const, display: "summarized" as const } };
    const whole = await client.messages.create(request);
    const streamed = await client.messages.stream(request).finalMessage();
    expect(whole.content.map(({ type }) => type)).toEqual(["thinking", "text", "tool_use"]);
    const withoutIds = (message: typeof whole) =>
      JSON.parse(JSON.stringify({ ...message, parsed_output: undefined }), (key, value: unknown) =>
        key === "id" || key === "signature" ? "" : value,
      ) as unknown;
    expect(withoutIds(whole)).toEqual(withoutIds(streamed));
    expect(whole._request_id).toBe("req_standin000001");
  });

  test("calls tools with their input streamed as JSON, and takes the results back", async () => {
    const input = { path: "src/größe.ts", lines: [1, 2], deep: { a: null } };
    const { client } = await start((call, index) =>
      index === 0
        ? answer(text("Let me look."), toolCalls([{ name: "read_file", input }, { name: "list_files" }]))
        : text(`${call.toolResults.map((result) => result.text).join(" and ")} for "${call.user}"`),
    );
    const first = await client.messages.stream({ ...hello, tools: [readFile] }).finalMessage();
    expect(first.stop_reason).toBe("tool_use");
    const calls = first.content.filter((block) => block.type === "tool_use");
    expect(calls.map((call) => call.input)).toEqual([input, {}]);
    const messages: MessageParam[] = [
      ...hello.messages,
      { role: "assistant", content: first.content },
      {
        role: "user",
        content: calls.map((call, at) => ({ type: "tool_result", tool_use_id: call.id, content: `result ${at}` })),
      },
    ];
    const second = await client.messages.create({ ...hello, tools: [readFile], messages });
    expect(second.content).toMatchObject([{ text: 'result 0 and result 1 for ""' }]);
  });

  test("tells the script the system prompt, the last user message and the tools", async () => {
    const { client } = await start((call) => json([call.model, call.system, call.user, call.toolNames, call.stream]));
    const system = [
      { type: "text" as const, text: "Be brief." },
      { type: "text" as const, text: "Be kind." },
    ];
    const message = await client.messages.create({ ...hello, system, tools: [readFile] });
    expect(message.content).toMatchObject([
      { text: JSON.stringify([model, "Be brief.\n\nBe kind.", "Hello", ["read_file"], false]) },
    ]);
  });

  test("stops at max_tokens, in the middle of a tool's input too", async () => {
    const { client } = await start(
      replies([text("1234567890"), toolCalls([{ name: "write", input: { text: "x".repeat(100) } }])]),
    );
    const cut = await client.messages.stream({ ...hello, max_tokens: 2 }).finalMessage();
    expect(cut).toMatchObject({
      stop_reason: "max_tokens",
      content: [{ text: "12345678" }],
      usage: { output_tokens: 2 },
    });
    const stream = await client.messages.create({ ...hello, max_tokens: 5, stream: true });
    let written = "";
    for await (const event of stream) {
      if (event.type === "content_block_delta" && event.delta.type === "input_json_delta")
        written += event.delta.partial_json;
      if (event.type === "message_delta") expect(event.delta.stop_reason).toBe("max_tokens");
    }
    expect(written).toBe(`{"text":"${"x".repeat(11)}`);
  });

  test("refuses with a stop reason and its details", async () => {
    const { client } = await start(replies([refusal("Not this.")]));
    const message = await client.messages.stream(hello).finalMessage();
    expect(message).toMatchObject({
      content: [],
      stop_reason: "refusal",
      stop_details: { type: "refusal", explanation: "Not this." },
    });
  });

  test("counts tokens as it bills them, and lists its models", async () => {
    const { client } = await start(replies([text("Hi")]), { models: [model, "claude-haiku-5-5"] });
    const prompt = { model, messages: hello.messages, tools: [readFile], system: "Be brief." };
    const { input_tokens } = await client.messages.countTokens(prompt);
    const { usage } = await client.messages.create({ ...prompt, max_tokens: 10 });
    expect(usage.input_tokens).toBe(input_tokens);
    const listed = await collect(client.models.list());
    expect(listed.map(({ id }) => id)).toEqual([model, "claude-haiku-5-5"]);
    expect((await client.models.retrieve(model)).max_tokens).toBe(128_000);
  });

  test("records what it was asked", async () => {
    const { client, server } = await start(replies([text("Hi")]));
    await client.messages.create(hello);
    expect(server.requests).toMatchObject([
      { method: "POST", path: "/v1/messages", body: hello, status: 200, headers: { authorization: "Bearer key" } },
    ]);
    expect(await server.requests[0]?.outcome).toBe("answered");
    expect(server.requests[0]?.aborted).toBe(false);
  });

  test("says so when the script has no reply left", async () => {
    const { client } = await start(replies([]));
    const error: unknown = await client.messages.create(hello).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(APIError);
    expect(error).toMatchObject({ status: 500, message: expect.stringContaining("0 replies, and this is call 1") });
  });
});

describe("thinking", () => {
  const summarized = { type: "adaptive" as const, display: "summarized" as const };
  const script: Script = (_call, index) =>
    index === 0 ? answer(thinking("First I look."), toolCalls([{ name: "read_file" }])) : text("Done.");

  const continued = (content: Anthropic.Message["content"]): MessageParam[] => [
    ...hello.messages,
    { role: "assistant", content },
    {
      role: "user",
      content: content.flatMap((block) =>
        block.type === "tool_use" ? [{ type: "tool_result" as const, tool_use_id: block.id, content: "ok" }] : [],
      ),
    },
  ];

  test("comes with a signature and goes back as it came", async () => {
    const { client } = await start(script);
    const first = await client.messages.stream({ ...hello, thinking: summarized }).finalMessage();
    expect(first.content[0]).toMatchObject({ type: "thinking", thinking: "First I look." });
    expect(first.usage.output_tokens_details?.thinking_tokens).toBe(4);
    const second = await client.messages.create({ ...hello, messages: continued(first.content) });
    expect(second.content).toMatchObject([{ text: "Done." }]);
  });

  test.each([
    ["text", (block: Anthropic.ThinkingBlock) => ({ ...block, thinking: "First I guess." })],
    [
      "signature",
      (block: Anthropic.ThinkingBlock) => ({ ...block, signature: `${block.signature.slice(0, -5)}AAAA=` }),
    ],
  ])("is refused when its %s was changed", async (_what, change) => {
    const { client } = await start(script);
    const first = await client.messages.stream({ ...hello, thinking: summarized }).finalMessage();
    const content = first.content.map((block) => (block.type === "thinking" ? change(block) : block));
    await expect(client.messages.create({ ...hello, messages: continued(content) })).rejects.toThrow(
      "messages.1.content.0: Invalid `signature` in `thinking` block",
    );
  });

  test("is empty but signed when no summary is asked for", async () => {
    const { client } = await start(script);
    const stream = client.messages.stream(hello);
    const deltas = (await collect(stream)).flatMap((event) =>
      event.type === "content_block_delta" ? [event.delta.type] : [],
    );
    expect(deltas).toEqual(["signature_delta", "input_json_delta"]);
    const first = await stream.finalMessage();
    expect(first.content[0]).toMatchObject({
      type: "thinking",
      thinking: "",
      signature: expect.stringMatching(/.{20}/),
    });
    const second = await client.messages.create({ ...hello, messages: continued(first.content) });
    expect(second.content).toMatchObject([{ text: "Done." }]);
  });

  test("is left out by an older model that was not asked to think", async () => {
    const { client } = await start(script);
    const message = await client.messages.create({ ...hello, model: "claude-haiku-4-5" });
    expect(message.content.map(({ type }) => type)).toEqual(["tool_use"]);
  });
});

test("an error of the SDK names the request", async () => {
  const { client } = await start(replies([]), { models: ["claude-haiku-5-5"] });
  const error: unknown = await client.messages.create(hello).catch((error: unknown) => error);
  expect(error).not.toBeInstanceOf(BadRequestError);
  expect(error).toMatchObject({ status: 404, type: "not_found_error", requestID: "req_standin000001" });
});
