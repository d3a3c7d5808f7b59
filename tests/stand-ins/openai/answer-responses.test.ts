import OpenAI from "openai";
import type {
  FunctionTool,
  ResponseCreateParams,
  ResponseInput,
  ResponseStreamEvent,
} from "openai/resources/responses/responses";
import { afterEach, describe, expect, test } from "vitest";
import { collect } from "../collect.ts";
import { answer, brokenEvent, drop, malformed, refusal, serverError, text, thinking, toolCalls } from "../replies.ts";
import type { Script } from "../script.ts";
import type { StandIn } from "../serve.ts";
import { type OpenaiOptions, startOpenai } from "./start-openai.ts";

const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(script: Script, options?: OpenaiOptions) {
  const server = await startOpenai(script, options);
  open.push(server);
  return { server, client: new OpenAI({ apiKey: "key", baseURL: server.url, maxRetries: 0, logLevel: "off" }) };
}

const model = "gpt-6.1-sol";
const user = { role: "user" as const, content: "Hello" };
const hello = { model, input: [user] as ResponseInput, store: false };
const look: FunctionTool = {
  type: "function",
  name: "look",
  parameters: { type: "object", properties: { path: { type: "string" } } },
  strict: false,
};
const reasoning = { summary: "auto" as const };
const include = ["reasoning.encrypted_content" as const];
const script: Script = ({ toolResults }, index) =>
  index === 0
    ? answer(thinking("Which file?"), text("Let me look."), toolCalls([{ name: "look", input: { path: "größe.ts" } }]))
    : text(`It says ${toolResults[0]?.text}.`);

describe("responses", () => {
  test("announce each item, write it in pieces, close it, and end with the whole, all numbered", async () => {
    const { client } = await start(script);
    const stream = await client.responses.create({ ...hello, tools: [look], reasoning, include, stream: true });
    const events: ResponseStreamEvent[] = await collect(stream);
    expect(events.map((event) => ("sequence_number" in event ? event.sequence_number : null))).toEqual([
      ...events.keys(),
    ]);
    const kinds = events.map(({ type }) => type).filter((type, at, all) => type !== all[at - 1]);
    expect(kinds).toEqual([
      "response.created",
      "response.in_progress",
      "response.output_item.added",
      "response.reasoning_summary_part.added",
      "response.reasoning_summary_text.delta",
      "response.reasoning_summary_text.done",
      "response.reasoning_summary_part.done",
      "response.output_item.done",
      "response.output_item.added",
      "response.content_part.added",
      "response.output_text.delta",
      "response.output_text.done",
      "response.content_part.done",
      "response.output_item.done",
      "response.output_item.added",
      "response.function_call_arguments.delta",
      "response.function_call_arguments.done",
      "response.output_item.done",
      "response.completed",
    ]);
    const last = events.at(-1);
    const done = events.flatMap((event) => (event.type === "response.output_item.done" ? [event.item] : []));
    expect(last).toMatchObject({ response: { status: "completed", output: done } });
    expect(done).toMatchObject([
      { type: "reasoning", summary: [{ text: "Which file?" }], encrypted_content: expect.any(String) },
      { type: "message", phase: "commentary", content: [{ type: "output_text", text: "Let me look." }] },
      { type: "function_call", name: "look", arguments: '{"path":"größe.ts"}' },
    ]);
  });

  test("take their own items and the results of their calls back", async () => {
    const { client } = await start(script);
    const request = { ...hello, tools: [look], reasoning, include };
    const first = await client.responses.create(request);
    const call = first.output.find((item) => item.type === "function_call");
    const input = [
      ...hello.input,
      ...first.output,
      { type: "function_call_output", call_id: call?.call_id ?? "", output: "42" },
    ] as ResponseInput;
    const second = await client.responses.create({ ...request, input });
    expect(second.output_text).toBe("It says 42.");
  });

  test("end as incomplete at the limit of tokens", async () => {
    const { client } = await start(() => text("x".repeat(1_000)));
    const response = await client.responses.create({ ...hello, max_output_tokens: 16 });
    expect(response).toMatchObject({
      status: "incomplete",
      incomplete_details: { reason: "max_output_tokens" },
      usage: { output_tokens: 16 },
    });
    expect(response.output_text).toHaveLength(64);
  });

  test("refuse in a part of their own, the same streamed", async () => {
    const { client } = await start(() => refusal("I cannot help with that."));
    const whole = await client.responses.create(hello);
    expect(whole.output).toMatchObject([{ content: [{ type: "refusal", refusal: "I cannot help with that." }] }]);
    const streamed = await client.responses.stream(hello).finalResponse();
    expect(streamed.output).toMatchObject([{ content: [{ type: "refusal", refusal: "I cannot help with that." }] }]);
  });

  test("count what is read from the cache and what is written to it apart", async () => {
    const { client } = await start(() => text("Hi"));
    const request = { ...hello, instructions: "Long instructions. ".repeat(300) };
    const first = await client.responses.create(request);
    const written = first.usage?.input_tokens_details.cache_write_tokens;
    expect(first.usage?.input_tokens_details).toMatchObject({ cached_tokens: 0, cache_write_tokens: 1_408 });
    const second = await client.responses.create(request);
    expect(second.usage?.input_tokens_details).toMatchObject({ cached_tokens: written, cache_write_tokens: 0 });
  });
});

describe("responses that break off", () => {
  const read = async (reply: Parameters<typeof brokenEvent>[0] & { kind: "error" | "drop" | "malformed" }) => {
    const { kind, ...cut } = reply;
    const { client } = await start(() => ({ error: brokenEvent, drop, malformed })[kind](cut));
    const events: ResponseStreamEvent[] = [];
    const stream = await client.responses.create({ ...hello, stream: true });
    const error = await collect(stream, events).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return { events, error };
  };

  test("with an error event are the API's error", async () => {
    const { events, error } = await read({ kind: "error", afterEvents: 5 });
    expect(events).toHaveLength(5);
    expect(error).toBeInstanceOf(OpenAI.APIError);
    expect(error).toMatchObject({ status: undefined, type: "server_error" });
  });

  test("by the model's own failure end with that state", async () => {
    const { events, error } = await read({ kind: "error", afterEvents: 5, cause: serverError() });
    expect(error).toBeNull();
    expect(events.at(-1)).toMatchObject({
      type: "response.failed",
      sequence_number: 5,
      response: { status: "failed", error: { code: "server_error" } },
    });
  });

  test.each(["drop", "malformed"] as const)("by a %s fail after what was sent", async (kind) => {
    const { events, error } = await read({ kind, afterEvents: 3 });
    expect(events).toHaveLength(3);
    expect(error).toBeInstanceOf(Error);
  });
});

describe("a request that the Responses API does not take", () => {
  const call = { type: "function_call", call_id: "call_1", name: "look", arguments: "{}" };
  const output = { type: "function_call_output", call_id: "call_1", output: "ok" };
  const pdf = "data:application/pdf;base64,JVBERg==";

  const post = async (body: object, options?: OpenaiOptions) => {
    const { server } = await start(() => text("Hi"), { contextTokens: 1_000, ...options });
    const response = await fetch(`${server.url}/responses`, {
      method: "POST",
      headers: { authorization: "Bearer key", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };

  test.each<object>([
    { model, input: "Hello" },
    {
      ...hello,
      instructions: "Be brief.",
      tools: [look],
      reasoning: { effort: "low" },
      include,
      max_output_tokens: 16,
    },
    { ...hello, input: [user, call, output] },
    { ...hello, input: [user, { role: "assistant", content: "Hi" }, user] },
    {
      ...hello,
      input: [
        {
          role: "user",
          content: [
            { type: "input_image", image_url: "data:image/png;base64,iVBORw==" },
            { type: "input_file", filename: "plan.pdf", file_data: pdf },
          ],
        },
      ],
    },
    { ...hello, model: "gpt-4o", temperature: 0.2 },
  ])("is told from one that it takes: %j", async (body) => {
    expect(await post(body)).toMatchObject({ status: 200 });
  });

  test.each<[string, string | null, string | null, object]>([
    ["Unknown parameter: 'messages'.", "messages", "unknown_parameter", { ...hello, messages: [] }],
    ["No tool call found for function call output with call_id call_1.", "input", null, { ...hello, input: [output] }],
    ["No tool call found", "input", null, { ...hello, input: [call, output, output] }],
    ["No tool output found for function call call_1.", "input", null, { ...hello, input: [user, call] }],
    [
      "Supported values are: 'output_text' and 'refusal'",
      "input[0].content[0]",
      "invalid_value",
      { ...hello, input: [{ role: "assistant", content: [{ type: "input_text", text: "Hi" }] }] },
    ],
    ["Expected a value >= 16", "max_output_tokens", "integer_below_min_value", { ...hello, max_output_tokens: 15 }],
    ["'temperature' is not supported", "temperature", null, { ...hello, temperature: 0.2 }],
    ["'none' is not supported", "reasoning.effort", "unsupported_value", { ...hello, reasoning: { effort: "none" } }],
    ["Encrypted content is not supported", "include", null, { ...hello, model: "gpt-4o", include }],
    [
      "'reasoning.effort' is not supported",
      "reasoning.effort",
      "unsupported_parameter",
      { ...hello, model: "gpt-4o", reasoning: { effort: "low" } },
    ],
    [
      "'additionalProperties' is required",
      "tools[0].parameters",
      "invalid_function_parameters",
      { ...hello, tools: [{ ...look, strict: true }] },
    ],
    [
      "Previous response with id 'resp_1' not found",
      "previous_response_id",
      "previous_response_not_found",
      { ...hello, previous_response_id: "resp_1" },
    ],
    ["exceeds the context window", "input", "context_length_exceeded", { model, input: "x".repeat(5_000) }],
  ])("is refused: %s", async (message, param, code, body) => {
    expect(await post(body)).toEqual({
      status: 400,
      body: { error: { message: expect.stringContaining(message), type: "invalid_request_error", param, code } },
    });
  });

  test("asks for summaries of thinking that the organisation may not see", async () => {
    const { status, body } = await post({ ...hello, reasoning }, { summaries: false });
    expect({ status, body }).toMatchObject({ status: 400, body: { error: { param: "reasoning.summary" } } });
  });

  test.each<[string, number, (sealed: object, changed: object) => unknown[]]>([
    ["Items are not persisted", 404, (item) => [{ ...item, encrypted_content: null }]],
    ["could not be verified", 400, (item) => [{ ...item, encrypted_content: "AAAA.BBBB" }]],
    ["could not be verified", 400, (_item, ofAnother) => [ofAnother]],
    ["without its required following item", 400, (item) => [item, user]],
    ["Duplicate item found", 400, (item) => [item, item]],
  ])("brings thinking back badly: %s", async (message, status, bring) => {
    const { client } = await start(() => answer(thinking("Hm."), text("Hi")));
    const think = async (asked: string) => {
      const { output } = await client.responses.create({ ...hello, model: asked, include });
      return output[0] ?? {};
    };
    const input = bring(await think(model), await think("gpt-6.1-terra"));
    const again = client.responses.create({ ...hello, input } as ResponseCreateParams & { stream?: false });
    await expect(again).rejects.toMatchObject({ status, message: expect.stringContaining(message) });
  });

  test("asks a local server that has no such API", async () => {
    expect(await post(hello, { tools: false })).toMatchObject({ status: 404 });
  });
});
