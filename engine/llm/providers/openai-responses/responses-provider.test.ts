import { afterEach, describe, expect, test } from "vitest";
import { eventually } from "../../../../tests/eventually.ts";
import { type OpenaiOptions, startOpenai } from "../../../../tests/stand-ins/openai/start-openai.ts";
import {
  answer,
  brokenEvent,
  drop,
  malformed,
  outOfCredit,
  overloaded,
  rateLimited,
  refusal,
  serverError,
  slow,
  stall,
  text,
  thinking,
  toolCalls,
} from "../../../../tests/stand-ins/replies.ts";
import type { Reply, Script } from "../../../../tests/stand-ins/script.ts";
import type { StandIn } from "../../../../tests/stand-ins/serve.ts";
import { findModel } from "../../models.ts";
import type { ModelEvent, ModelMessage, ModelRequest } from "../../provider.ts";
import { responsesProvider } from "./responses-provider.ts";

const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(script: Script, options?: OpenaiOptions) {
  const server = await startOpenai(script, options);
  open.push(server);
  return { server, provider: responsesProvider({ apiKey: "sk-very-secret", baseUrl: server.url }) };
}

const ask = (content: string): ModelMessage => ({ role: "user", content: [{ type: "text", text: content }] });
const request = (over: Partial<ModelRequest> = {}): ModelRequest => ({
  model: findModel("openai", "gpt-6.1-sol"),
  system: [],
  messages: [ask("Hello")],
  tools: [],
  maxOutputTokens: 1_000,
  temperature: null,
  effort: null,
  ...over,
});
const read = { name: "read", description: "Reads a file.", input: { type: "object", properties: {} } };

async function run(
  provider: ReturnType<typeof responsesProvider>,
  over: Partial<ModelRequest> = {},
  signal = new AbortController().signal,
  events: ModelEvent[] = [],
): Promise<ModelEvent[]> {
  for await (const event of provider.stream(request(over), signal)) events.push(event);
  return events;
}

const bodyOf = (server: StandIn, at: number) =>
  server.requests[at]?.body as { readonly instructions: string; readonly input: readonly object[] };
const joined = (events: readonly ModelEvent[], type: "text" | "thinking") =>
  events.map((event) => (event.type === type ? event.text : "")).join("");
const finish = (events: readonly ModelEvent[]) => {
  const last = events.at(-1);
  if (last?.type !== "finished") throw new Error(`The call did not finish: ${JSON.stringify(last)}`);
  return last;
};

describe("an answer", () => {
  test("streams what is thought and said, the input of its calls, and each call when it is whole", async () => {
    const input = { path: "größe.ts", lines: [1, 2] };
    const { provider } = await start(() =>
      answer(
        thinking("I need the file."),
        text("Let me look."),
        toolCalls([{ name: "read", input }, { name: "read" }]),
      ),
    );
    const events = await run(provider, { tools: [read] });
    expect(joined(events, "thinking")).toBe("I need the file.");
    expect(joined(events, "text")).toBe("Let me look.");
    const calls = events.flatMap((event) => (event.type === "tool-call" ? [event.call] : []));
    expect(calls).toMatchObject([
      { name: "read", input },
      { name: "read", input: {} },
    ]);
    const pieces = events.flatMap((event) => (event.type === "tool-input" ? [event] : []));
    expect(pieces.length).toBeGreaterThan(2);
    const first = pieces.filter(({ id }) => id === calls[0]?.id);
    expect(JSON.parse(first.map(({ json }) => json).join(""))).toEqual(input);
    expect(finish(events)).toMatchObject({ reason: "tools", message: { text: "Let me look.", toolCalls: calls } });
  });

  test("counts each token of the prompt once, read from the cache, written to it, or neither", async () => {
    const { provider, server } = await start(() => text("Hi"));
    const system = [{ text: "Be brief. ".repeat(600), cache: true }];
    const first = finish(await run(provider, { system })).usage;
    const second = finish(await run(provider, { system, messages: [ask("Goodbye")] })).usage;
    expect(first).toMatchObject({ cacheRead: 0, output: 1 });
    expect(first.cacheWrite).toBeGreaterThan(1_000);
    expect(second.cacheRead).toBeGreaterThan(1_000);
    const { instructions, input } = bodyOf(server, 1);
    const prompt = JSON.stringify([[], instructions, input.map((item) => ({ type: "message", ...item }))]);
    expect(second.input + second.cacheRead + second.cacheWrite).toBe(Math.ceil(prompt.length / 4));
  });

  test("that reaches the limit of tokens says so, and goes back as its text", async () => {
    const { provider, server } = await start((_call, index) =>
      index === 0 ? answer(thinking("Hm."), text("x".repeat(1_000))) : text("Done"),
    );
    const first = finish(await run(provider, { maxOutputTokens: 20 }));
    expect(first).toMatchObject({ reason: "length", message: { text: "x".repeat(76) }, usage: { output: 20 } });
    expect(first.message.native).toBeUndefined();
    finish(await run(provider, { messages: [ask("Hello"), first.message, ask("Go on")] }));
    expect(server.requests[1]?.body).toMatchObject({
      input: [{ role: "user" }, { role: "assistant", content: first.message.text }, { role: "user" }],
    });
  });

  test("that ends in the middle of a call tells that its input cannot be read", async () => {
    const { provider } = await start(() => toolCalls([{ name: "read", input: { path: "a".repeat(200) } }]));
    const { reason, message } = finish(await run(provider, { tools: [read], maxOutputTokens: 16 }));
    expect(reason).toBe("length");
    expect(message.toolCalls).toMatchObject([{ name: "read", unreadable: expect.stringContaining("not valid JSON") }]);
  });

  test("that the model refuses is told from one that it gives", async () => {
    const { provider } = await start(() => refusal("I cannot help with that."));
    const events = await run(provider);
    expect(joined(events, "text")).toBe("I cannot help with that.");
    expect(finish(events)).toMatchObject({ reason: "refused", message: { text: "I cannot help with that." } });
  });
});

describe("a conversation", () => {
  const script: Script = ({ toolResults }, index) =>
    index === 0
      ? answer(thinking("I need the file."), text("Let me look."), toolCalls([{ name: "read", input: { path: "a" } }]))
      : text(`It says: ${toolResults[0]?.text}`);
  const results = (callId = "", isError = false): ModelMessage => ({
    role: "tool",
    results: [{ callId, text: "hello", isError }],
  });

  test("gives the model back what it thought, sealed and unchanged", async () => {
    const { provider, server } = await start(script);
    const { message } = finish(await run(provider, { tools: [read] }));
    // As a turn that was stored and read again.
    const stored = JSON.parse(JSON.stringify(message)) as typeof message;
    const messages = [ask("Hello"), stored, results(message.toolCalls[0]?.id)];
    expect(finish(await run(provider, { tools: [read], messages })).message.text).toBe("It says: hello");
    const { input } = bodyOf(server, 1);
    expect(input.slice(1, 4)).toEqual(message.native?.blocks);
    expect(input).toMatchObject([
      { role: "user" },
      { type: "reasoning", encrypted_content: expect.any(String) },
      { type: "message", phase: "commentary" },
      { type: "function_call" },
      { type: "function_call_output", output: "hello" },
    ]);
  });

  test("with another model brings what was said and called, and nothing of what was thought", async () => {
    const { provider, server } = await start(script);
    const { message } = finish(await run(provider, { tools: [read] }));
    const messages = [ask("Hello"), message, results(message.toolCalls[0]?.id, true)];
    const other = findModel("openai", "gpt-6.1-terra");
    expect(finish(await run(provider, { tools: [read], messages, model: other })).reason).toBe("end");
    const call_id = message.toolCalls[0]?.id;
    expect(server.requests[1]?.body).toMatchObject({
      input: [
        { role: "user" },
        { role: "assistant", content: "Let me look." },
        { type: "function_call", call_id, name: "read", arguments: '{"path":"a"}' },
        { type: "function_call_output", call_id, output: "Error: hello" },
      ],
    });
  });

  test("brings pictures and PDFs", async () => {
    const { provider, server } = await start(() => text("I see."));
    const content = [
      { type: "text" as const, text: "Look:" },
      { type: "image" as const, mediaType: "image/png" as const, base64: "iVBORw==", instead: "" },
      { type: "pdf" as const, name: "plan.pdf", base64: "JVBERg==", instead: "" },
    ];
    finish(await run(provider, { messages: [{ role: "user", content }] }));
    expect(server.requests[0]?.body).toMatchObject({
      input: [
        {
          content: [
            { type: "input_text", text: "Look:" },
            { type: "input_image", image_url: "data:image/png;base64,iVBORw==" },
            { type: "input_file", filename: "plan.pdf", file_data: "data:application/pdf;base64,JVBERg==" },
          ],
        },
      ],
    });
  });

  test("is kept nowhere but here, and asks for the effort that the caller wants", async () => {
    const { provider, server } = await start(() => text("Hi"));
    const system = [
      { text: "Be brief.", cache: true },
      { text: "", cache: false },
      { text: "Be kind.", cache: false },
    ];
    await run(provider, { system, tools: [read], effort: "high", temperature: 0.3, maxOutputTokens: 5 });
    expect(server.requests[0]?.body).toEqual({
      model: "gpt-6.1-sol",
      instructions: "Be brief.\n\nBe kind.",
      input: [{ role: "user", content: [{ type: "input_text", text: "Hello" }] }],
      tools: [{ type: "function", name: "read", description: "Reads a file.", parameters: read.input, strict: false }],
      reasoning: { effort: "high", summary: "auto" },
      include: ["reasoning.encrypted_content"],
      max_output_tokens: 16,
      store: false,
      stream: true,
    });
  });

  test("with a model that does not reason asks for nothing of the kind, and brings its temperature", async () => {
    const { provider, server } = await start(() => text("Hi"));
    const model = { ...findModel("openai", "gpt-4o"), takesTemperature: true };
    expect(finish(await run(provider, { model, effort: "low", temperature: 0.3 })).reason).toBe("end");
    const body = server.requests[0]?.body;
    expect(body).toMatchObject({ temperature: 0.3 });
    expect(body).not.toHaveProperty("reasoning");
    expect(body).not.toHaveProperty("include");
  });

  test("goes on where what the model thinks came unsealed, without it", async () => {
    const { provider } = await start(script);
    // A model that reasons but that the table does not know: nothing asks for its seal.
    const model = findModel("openai", "gpt-6-luna");
    const { message } = finish(await run(provider, { model, tools: [read] }));
    expect(message.native).toBeUndefined();
    const messages = [ask("Hello"), message, results(message.toolCalls[0]?.id)];
    expect(finish(await run(provider, { model, tools: [read], messages })).message.text).toBe("It says: hello");
  });
});

describe("an organisation that may not see what models think", () => {
  test("gets its answer all the same, and is not asked about it again", async () => {
    const { provider, server } = await start(() => answer(thinking("Hm."), text("Hi")), { summaries: false });
    const first = await run(provider);
    expect(joined(first, "thinking")).toBe("");
    expect(finish(first).message.text).toBe("Hi");
    finish(await run(provider));
    expect(server.requests.map(({ status }) => status)).toEqual([400, 200, 200]);
  });
});

describe("a failure is the last event", () => {
  const failed = async (reply: Reply, options?: OpenaiOptions) => {
    const { provider } = await start(() => reply, options);
    const events = await run(provider);
    expect(events.filter(({ type }) => type === "failed" || type === "finished")).toHaveLength(1);
    const last = events.at(-1);
    return last?.type === "failed" ? { kind: last.error.kind, events, error: last.error } : null;
  };

  test.each([
    ["overloaded", overloaded()],
    ["rate-limited", rateLimited({ retryAfterSeconds: 2 })],
    ["payment", outOfCredit()],
    ["server", serverError()],
    // Inside a stream there is no status that could tell an overload from another fault of the server.
    ["server", brokenEvent({ afterEvents: 6, cause: overloaded() })],
    ["rate-limited", brokenEvent({ afterEvents: 6, cause: rateLimited() })],
    ["server", brokenEvent({ afterEvents: 6, cause: serverError() })],
    ["dropped", drop({ afterEvents: 6 })],
    ["dropped", malformed({ afterEvents: 6 })],
  ] as const)("%s", async (kind, reply) => {
    expect((await failed(reply))?.kind).toBe(kind);
  });

  test("with the time that the provider asks for", async () => {
    expect((await failed(rateLimited({ retryAfterSeconds: 2 })))?.error.retryAfterMs).toBe(2_000);
  });

  test("and brings what was streamed before it", async () => {
    const result = await failed(drop({ afterEvents: 8 }));
    expect(joined(result?.events ?? [], "text").length).toBeGreaterThan(5);
  });

  test("authentication, without the key", async () => {
    const result = await failed(text("Hi"), { apiKey: "another" });
    expect(result?.kind).toBe("authentication");
    expect(JSON.stringify(result)).not.toContain("very-secret");
  });

  test("a prompt that is too long, and a model that there is not", async () => {
    expect((await failed(text("Hi"), { contextTokens: 1 }))?.kind).toBe("too-long");
    expect((await failed(text("Hi"), { models: ["gpt-5"] }))?.kind).toBe("unknown-model");
  });

  test("a server that is not there", async () => {
    const { provider, server } = await start(() => text("Hi"));
    await server.close();
    expect((await run(provider)).at(-1)).toMatchObject({ type: "failed", error: { kind: "network" } });
  });

  test("a stream that ends well before its last event", async () => {
    const { provider } = await start(() => malformed({ afterEvents: 0 }));
    expect((await run(provider)).at(-1)).toMatchObject({ type: "failed", error: { kind: "dropped" } });
  });
});

describe("a call that is stopped", () => {
  test("ends its HTTP request", async () => {
    const { provider, server } = await start(() => stall({ afterEvents: 6 }));
    const abort = new AbortController();
    const events: ModelEvent[] = [];
    const running = run(provider, {}, abort.signal, events);
    await eventually(() => expect(events.length).toBeGreaterThan(0));
    abort.abort();
    await running;
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { kind: "cancelled" } });
    expect(await server.requests[0]?.outcome).toBe("aborted");
  });

  test("by its time limit has timed out", async () => {
    const { provider } = await start(() => stall({ afterEvents: 6 }));
    const abort = new AbortController();
    const events: ModelEvent[] = [];
    const running = run(provider, {}, abort.signal, events);
    await eventually(() => expect(events.length).toBeGreaterThan(0));
    abort.abort(new DOMException("The operation timed out.", "TimeoutError"));
    await running;
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { kind: "timeout" } });
  });

  test("by leaving it sends no more either", async () => {
    const { provider, server } = await start(() => slow({ everyMs: 20, reply: text("word ".repeat(5_000)) }));
    for await (const event of provider.stream(request(), new AbortController().signal)) {
      if (event.type === "text") break;
    }
    expect(await server.requests[0]?.outcome).toBe("aborted");
  });
});
