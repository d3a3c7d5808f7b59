import OpenAI from "openai";
import type {
  ChatCompletionChunk,
  ChatCompletionMessageParam,
  ChatCompletionTool,
} from "openai/resources/chat/completions";
import { afterEach, describe, expect, test } from "vitest";
import { collect } from "../collect.ts";
import { answer, json, refusal, replies, text, thinking, toolCalls } from "../replies.ts";
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

// A model that takes tools in this protocol.
const model = "gpt-5";
const hello = { model, messages: [{ role: "user" as const, content: "Hello" }] };
const readFile: ChatCompletionTool = {
  type: "function",
  function: { name: "read_file", parameters: { type: "object", properties: { path: { type: "string" } } } },
};

describe("chat completions", () => {
  test("stream text, and their usage in a last chunk without a choice", async () => {
    const content = "Grüße, 世界 🌍: a text of several pieces.";
    const { client } = await start(replies([text(content)]));
    const stream = await client.chat.completions.create({
      ...hello,
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks = await collect(stream);
    expect(chunks[0]?.choices[0]?.delta).toEqual({ role: "assistant", content: "", refusal: null });
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? "").join("")).toBe(content);
    expect(chunks.at(-2)?.choices).toMatchObject([{ delta: {}, finish_reason: "stop" }]);
    expect(chunks.at(-1)).toMatchObject({
      choices: [],
      usage: {
        completion_tokens: Math.ceil(Buffer.byteLength(content) / 4),
        prompt_tokens_details: { cached_tokens: 0 },
      },
    });
    expect(chunks.slice(0, -1).every((chunk) => chunk.usage === null)).toBe(true);
  });

  test("say nothing of their usage when they are not asked to", async () => {
    const { client } = await start(replies([text("Hi")]));
    const chunks = await collect(await client.chat.completions.create({ ...hello, stream: true }));
    expect(chunks.some((chunk: ChatCompletionChunk) => "usage" in chunk)).toBe(false);
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe("stop");
  });

  test("are the same in one piece and streamed", async () => {
    const script: Script = () => answer(text("Ready."), toolCalls([{ name: "list" }]));
    const { client } = await start(script);
    const whole = await client.chat.completions.create({ ...hello, tools: [readFile] });
    const streamed = await client.chat.completions.stream({ ...hello, tools: [readFile] }).finalChatCompletion();
    expect(whole.choices[0]?.message.content).toBe("Ready.");
    expect(whole.choices[0]?.finish_reason).toBe("tool_calls");
    const [call] = streamed.choices[0]?.message.tool_calls ?? [];
    expect(call).toMatchObject({ type: "function", function: { name: "list", arguments: "{}" } });
    expect(streamed.choices[0]).toMatchObject({ finish_reason: "tool_calls", message: { content: "Ready." } });
    expect(whole._request_id).toBe("req_standin000001");
  });

  test("call several tools in pieces told apart by their index, and take the results back", async () => {
    const input = { path: "src/größe.ts", lines: [1, 2] };
    const { client } = await start((call, index) =>
      index === 0
        ? toolCalls([
            { name: "read_file", input },
            { name: "read_file", input: { path: "b" } },
          ])
        : text(`${call.toolResults.map((result) => result.text).join(" and ")} after "${call.user}"`),
    );
    const first = await client.chat.completions.stream({ ...hello, tools: [readFile] }).finalChatCompletion();
    const message = first.choices[0]?.message;
    const calls = (message?.tool_calls ?? []).filter((call) => call.type === "function");
    expect(calls.map((call) => JSON.parse(call.function.arguments) as unknown)).toEqual([input, { path: "b" }]);
    const messages: ChatCompletionMessageParam[] = [
      ...hello.messages,
      {
        role: "assistant",
        content: null,
        tool_calls: calls.map(({ id, type, function: called }) => ({ id, type, function: called })),
      },
      ...calls.map((call, at): ChatCompletionMessageParam => ({
        role: "tool",
        tool_call_id: call.id,
        content: `result ${at}`,
      })),
    ];
    const second = await client.chat.completions.create({ ...hello, tools: [readFile], messages });
    expect(second.choices[0]?.message.content).toBe('result 0 and result 1 after ""');
  });

  test("take a JSON schema for the answer, and tell the script what they were asked", async () => {
    const { client } = await start((call) => json([call.model, call.system, call.user, call.toolNames, call.stream]));
    const completion = await client.chat.completions.parse({
      ...hello,
      messages: [{ role: "system", content: "Be brief." }, ...hello.messages],
      response_format: {
        type: "json_schema",
        json_schema: { name: "answer", strict: true, schema: { type: "array" } },
      },
    });
    expect(JSON.parse(completion.choices[0]?.message.content ?? "")).toEqual([model, "Be brief.", "Hello", [], false]);
  });

  test("refuse in a field of its own", async () => {
    const { client } = await start(() => refusal("I cannot help with that."));
    const whole = await client.chat.completions.create(hello);
    expect(whole.choices[0]?.message).toMatchObject({ content: null, refusal: "I cannot help with that." });
    const streamed = await client.chat.completions.stream(hello).finalChatCompletion();
    expect(streamed.choices[0]?.message.refusal).toBe("I cannot help with that.");
  });

  test("end at the limit of tokens", async () => {
    const { client } = await start(() => text("1234567890"));
    const completion = await client.chat.completions.create({ ...hello, max_completion_tokens: 2 });
    expect(completion.choices).toMatchObject([{ finish_reason: "length", message: { content: "12345678" } }]);
    expect(completion.usage?.completion_tokens).toBe(2);
  });

  test("count what was thought without showing it", async () => {
    const { client } = await start(() => answer(thinking("Hm, hm."), text("Yes")));
    const completion = await client.chat.completions.create(hello);
    expect(completion.choices[0]?.message).not.toHaveProperty("reasoning_content");
    expect(completion.usage).toMatchObject({
      completion_tokens: 3,
      completion_tokens_details: { reasoning_tokens: 2 },
    });
  });

  test("read a long beginning that they have seen before from the cache", async () => {
    const { client } = await start(() => text("Hi"));
    const ask = async (question: string, long: string, asked = model) => {
      const { usage } = await client.chat.completions.create({
        model: asked,
        messages: [
          { role: "system", content: long },
          { role: "user", content: question },
        ],
      });
      return usage?.prompt_tokens_details?.cached_tokens;
    };
    const long = "Long instructions. ".repeat(300);
    expect(await ask("one", long)).toBe(0);
    expect(await ask("two", long)).toBe(1_408);
    expect(await ask("two", `At 10:01. ${long}`)).toBe(0);
    expect(await ask("two", long, "gpt-5-mini")).toBe(0);
    expect(await ask("one", "Short.")).toBe(0);
    expect(await ask("one", "Short.")).toBe(0);
  });

  test("list the models there are", async () => {
    const { client } = await start(replies([]), { models: [model] });
    expect((await collect(client.models.list())).map(({ id }) => id)).toEqual([model]);
  });
});

describe("a local server without tools", () => {
  test("refuses them with a plain error", async () => {
    const { client } = await start(replies([text("Hi")]), { tools: false });
    const call = client.chat.completions.create({ ...hello, model: "gemma3", tools: [readFile] });
    await expect(call).rejects.toThrow("gemma3 does not support tools");
    await expect(call).rejects.toBeInstanceOf(OpenAI.BadRequestError);
  });

  test("wants no key, takes max_tokens and shows what it thinks", async () => {
    const { server } = await start(() => answer(thinking("Hm."), text("Hi")), { tools: false });
    const response = await fetch(`${server.url}/chat/completions`, {
      method: "POST",
      body: JSON.stringify({ ...hello, max_tokens: 50, temperature: 0.2, stream: true }),
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("x-ratelimit-limit-requests")).toBeNull();
    const body = await response.text();
    expect(body).toContain('"delta":{"reasoning_content":"Hm."}');
    expect(body.endsWith("data: [DONE]\n\n")).toBe(true);
  });
});
